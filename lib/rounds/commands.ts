import { z } from 'zod';
import { areUnused, keepPictures } from '@/lib/attachments/steps';
import { addSeconds } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { checkedDay } from '@/lib/halls/hall-opening';
import { serviceDay } from '@/lib/halls/service-day';
import { settleOpening } from '@/lib/halls/steps';
import { actorName } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { presentRound, presentTask, presentTemplate, wantedRound, wasOnTime } from './presenter';
import { findColleague, findRound, findTask, findTemplate, listRoundsOn, listTemplates, listWanted } from './queries';
import { saveRound, saveTask, saveTemplate } from './repository';
import type { HallTask, Round, RoundFinding } from './round';
import { countsFor, nextSlot, type RoundSlot } from './round-plan';
import { type RoundTemplate, roundTemplateBody } from './round-template';
import { checkTaskBody, doTaskBody, signRoundBody } from './schema';

/** A task without a time of its own is due after this. */
const TASK_SECONDS = 2 * 3600;

const gone = fail('not-found', { detail: 'There is no such entry in this hall.' });
const nameOf = (work: Work) => actorName(work.actor) ?? '';

/** Sets the time at which a template falls due next; none while it is switched off. */
async function planTemplate(work: Work, template: RoundTemplate, after: Date): Promise<void> {
  const slot = template.active ? nextSlot(template, work.config, after) : null;
  if (slot) await work.setDeadline('round.due', template.id, slot.dueAt);
  else await work.clearDeadline('round.due', template.id);
}

/** The hall is new, or its hours have changed: every round is planned anew. */
export async function planRounds(work: Work): Promise<void> {
  for (const template of await listTemplates(work.tx, work.hallId)) await planTemplate(work, template, work.now);
}

/** Makes a round template, or changes one. What was walked keeps its words; a switched-off template falls due no more. */
export const saveRoundTemplate = queueCommand({
  name: 'round.saveTemplate',
  input: z.strictObject({ hall: idSchema, templateId: idSchema.optional(), template: roundTemplateBody }),
  permission: 'round.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { templateId, template: { everyMinutes, items, times, ...given } }) {
    const all = await listTemplates(work.tx, work.hallId);
    const before = all.find((one) => one.id === templateId);
    if (templateId && !before) return gone;
    const strange = items.findIndex(
      ({ zoneCode }) => zoneCode && !work.config.zones.some((zone) => zone.code === zoneCode),
    );
    if (strange >= 0)
      return fail('invalid-input', {
        errors: [{ path: `items.${strange}.zoneCode`, message: 'no such zone in this hall' }],
      });
    const known = new Set(before?.items.map((item) => item.id));
    const ids = items.map(({ id }) => id).filter((id) => id !== undefined);
    if (new Set(ids).size !== ids.length || ids.some((id) => !known.has(id)))
      return fail('invalid-input', { errors: [{ path: 'items', message: 'no such item in this template' }] });
    const saved: RoundTemplate = {
      ...given,
      id: before?.id ?? work.newId(),
      hallId: work.hallId,
      items: items.map((item) => ({ ...item, id: item.id ?? work.newId(), zoneCode: item.zoneCode || null })),
      times: [...times].sort(),
      everyMinutes: everyMinutes ?? null,
      sort: before?.sort ?? all.length,
    };
    await saveTemplate(work.tx, saved, work.now);
    await planTemplate(work, saved, work.now);
    work.record({
      kind: 'round.templateSaved',
      payload: { templateId: saved.id, kind: saved.kind, items: saved.items.length, active: saved.active },
    });
    return success(presentTemplate(work.config, saved));
  },
});

/** By time alone: a round falls due, is a missed one when its grace has passed, and its template is planned on. */
export async function raiseRound(work: Work, { subjectId, dueAt }: Deadline): Promise<void> {
  const template = await findTemplate(work.tx, subjectId);
  if (!template?.active) return;
  // As planned; after a pause of the house only what fell due last.
  const slot = nextSlot(template, work.config, new Date(dueAt.getTime() - 1));
  await planTemplate(work, template, work.now > dueAt ? work.now : dueAt);
  if (slot?.dueAt.getTime() !== dueAt.getTime()) return;
  // Signed early, and planned again because the hours have changed.
  const day = serviceDay(slot.dueAt, work.config.timeZone);
  const there = (await listRoundsOn(work.tx, work.hallId, day)).some(
    (one) => one.templateId === template.id && one.dueAt?.getTime() === slot.dueAt.getTime(),
  );
  if (there) return;
  const round = openRound(work, template, slot);
  await saveRound(work.tx, round);
  await work.setDeadline('round.missed', round.id, slot.signBy);
  work.record({
    kind: 'round.due',
    payload: { ...about(round), dueAt: slot.dueAt.toISOString(), signBy: slot.signBy.toISOString() },
  });
}

function openRound(work: Work, template: RoundTemplate, slot: RoundSlot | null): Round {
  return {
    id: work.newId(),
    hallId: work.hallId,
    templateId: template.id,
    kind: template.kind,
    names: template.names,
    serviceDay: serviceDay(slot?.dueAt ?? work.now, work.config.timeZone),
    state: 'due',
    dueAt: slot?.dueAt ?? null,
    signBy: slot?.signBy ?? null,
    missedAt: null,
    signedAt: null,
    signedBy: null,
    signedName: null,
    results: [],
    itemCount: template.items.length,
    failedCount: 0,
  };
}

const about = ({ id, kind, templateId }: Round) => ({ roundId: id, templateId, kind });

/** By time alone: nobody signed in time. */
export async function missRound(work: Work, { subjectId }: Deadline): Promise<void> {
  const round = await findRound(work.tx, subjectId);
  if (round?.state !== 'due') return;
  await saveRound(work.tx, { ...round, state: 'missed', missedAt: work.now });
  work.record({ kind: 'round.missed', payload: about(round) });
}

/**
 * Signs a round that was walked: every item once, each failure with its owner and time. It settles what is due, or what
 * was missed today, or what falls due soon; otherwise it is a round walked unasked. A signed pre-opening check opens the
 * hall.
 */
export const signRound = queueCommand({
  name: 'round.sign',
  input: signRoundBody.extend({ hall: idSchema }),
  permission: 'round.sign',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { templateId, items }) {
    const template = await findTemplate(work.tx, templateId);
    if (template?.hallId !== work.hallId || !template.active) return gone;
    if (template.kind === 'preOpening' && !permits(work.actor, 'hall.open', work.hallId))
      return fail('forbidden', { detail: 'The check before opening is signed by the shift lead.' });
    const found = await findings(work, template, items);
    if (!found.ok) return found;
    const owners = await ownersOf(work, items);
    if (!owners.ok) return owners;

    const { now } = work;
    const open = wantedRound(
      (await listWanted(work.tx, work.hallId, work.serviceDay)).filter((round) => round.templateId === template.id),
    );
    const next = nextSlot(template, work.config, now);
    const early = !open && next && countsFor(template, next, now) ? next : null;
    const results = found.value;
    const failures = results.filter((finding) => !finding.ok);
    const round: Round = {
      ...(open ?? openRound(work, template, early)),
      state: 'signed',
      signedAt: now,
      signedBy: work.by,
      signedName: nameOf(work),
      results,
      itemCount: results.length,
      failedCount: failures.length,
    };
    const tasks = failures.map((finding): HallTask => {
      const asked = items.find((item) => item.itemId === finding.itemId);
      const owner = owners.value.get(asked?.ownerRef ?? work.by) ?? { ref: work.by, name: nameOf(work) };
      return newTask(work, round, finding, owner, asked?.dueAt ? new Date(asked.dueAt) : addSeconds(now, TASK_SECONDS));
    });
    await saveRound(work.tx, round);
    await work.clearDeadline('round.missed', round.id);
    if (early) await planTemplate(work, template, early.dueAt);
    await keepPictures(
      work,
      results.flatMap((finding) => finding.photoIds),
      `round:${round.id}`,
    );
    work.record({
      kind: 'round.signed',
      payload: {
        ...about(round),
        planned: round.signBy !== null,
        onTime: wasOnTime(round),
        missedBefore: round.missedAt !== null,
        items: round.itemCount,
        failed: round.failedCount,
      },
    });
    for (const task of tasks) {
      await saveTask(work.tx, task);
      await work.setDeadline('task.overdue', task.id, task.dueAt);
      work.record({ kind: 'task.opened', payload: { taskId: task.id, roundId: round.id, six: task.six } });
    }
    if (template.kind === 'preOpening')
      await settleOpening(work, {
        checkDay: checkedDay(work.config, now),
        checkAt: now,
        checkBy: work.by,
        checkName: nameOf(work),
      });
    return success(presentRound(work.config, round, tasks));
  },
});

type SignedItem = z.output<typeof signRoundBody>['items'][number];

/** What was found at each item of the template, in its order; refused when one is missing, twice or strange. */
async function findings(
  work: Work,
  { items: asked }: RoundTemplate,
  items: readonly SignedItem[],
): Promise<Result<RoundFinding[]>> {
  const strange = items.findIndex(
    ({ itemId }, i) => !asked.some((one) => one.id === itemId) || items.findIndex((o) => o.itemId === itemId) !== i,
  );
  if (strange >= 0)
    return fail('invalid-input', {
      errors: [{ path: `items.${strange}.itemId`, message: 'no such item, or named twice' }],
    });
  if (items.length !== asked.length)
    return fail('invalid-input', { errors: [{ path: 'items', message: 'every item must be answered' }] });
  const late = items.findIndex(({ dueAt }) => dueAt && new Date(dueAt) <= work.now);
  if (late >= 0)
    return fail('invalid-input', { errors: [{ path: `items.${late}.dueAt`, message: 'must be to come' }] });
  const photoIds = items.flatMap((item) => item.photoIds ?? []);
  if (!(await areUnused(work, photoIds)))
    return fail('invalid-input', { errors: [{ path: 'items', message: 'no such picture, or used already' }] });
  return success(
    asked.map(({ id, six, names, zoneCode }) => {
      const given = items.find((item) => item.itemId === id);
      const { ok = false, note = null, photoIds: photos = [] } = given ?? {};
      return { itemId: id, six, names, zoneCode, ok, note, photoIds: photos };
    }),
  );
}

async function ownersOf(
  work: Work,
  items: readonly SignedItem[],
): Promise<Result<Map<string, { ref: string; name: string }>>> {
  const owners = new Map([[work.by, { ref: work.by, name: nameOf(work) }]]);
  for (const [i, { ownerRef }] of items.entries()) {
    if (!ownerRef || owners.has(ownerRef)) continue;
    const colleague = await findColleague(work.tx, work.hallId, ownerRef);
    if (!colleague)
      return fail('invalid-input', { errors: [{ path: `items.${i}.ownerRef`, message: 'nobody of this hall' }] });
    owners.set(ownerRef, colleague);
  }
  return success(owners);
}

function newTask(
  work: Work,
  round: Round,
  { itemId, names, six, zoneCode, note, photoIds }: RoundFinding,
  owner: { ref: string; name: string },
  dueAt: Date,
): HallTask {
  return {
    id: work.newId(),
    hallId: work.hallId,
    roundId: round.id,
    itemId,
    names,
    six,
    zoneId: zoneCode,
    note,
    photoIds,
    state: 'open',
    ownerRef: owner.ref,
    ownerName: owner.name,
    openedAt: work.now,
    openedName: nameOf(work),
    dueAt,
    overdueAt: null,
    doneAt: null,
    doneBy: null,
    doneName: null,
    doneNote: null,
    checkedAt: null,
    checkedBy: null,
    checkedName: null,
    checkNote: null,
  };
}

const taskInput = { hall: idSchema, taskId: idSchema };

async function taskIn(work: Work, id: string, state: HallTask['state']): Promise<Result<HallTask>> {
  const task = await findTask(work.tx, id);
  if (task?.hallId !== work.hallId) return gone;
  if (task.state !== state) return fail('wrong-state', { detail: 'Somebody was faster.', currentState: task.state });
  return success(task);
}

/** It is right again; somebody else will look. */
export const doTask = queueCommand({
  name: 'task.do',
  input: doTaskBody.extend(taskInput),
  permission: 'task.do',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { taskId, note }) {
    const found = await taskIn(work, taskId, 'open');
    if (!found.ok) return found;
    const done: HallTask = {
      ...found.value,
      state: 'done',
      doneAt: work.now,
      doneBy: work.by,
      doneName: nameOf(work),
      doneNote: note ?? null,
    };
    await saveTask(work.tx, done);
    await work.clearDeadline('task.overdue', taskId);
    const overdueBefore = done.overdueAt !== null;
    work.record({
      kind: 'task.done',
      payload: { taskId, onTime: !overdueBefore && work.now <= done.dueAt, overdueBefore },
    });
    return success(presentTask(work.config, done));
  },
});

/** The shift lead looked: it is settled, or it goes back to its owner for as long as a new task has. */
export const checkTask = queueCommand({
  name: 'task.check',
  input: checkTaskBody.extend(taskInput),
  permission: 'task.check',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { taskId, ok, note }) {
    const found = await taskIn(work, taskId, 'done');
    if (!found.ok) return found;
    const looked: HallTask = {
      ...found.value,
      checkedAt: work.now,
      checkedBy: work.by,
      checkedName: nameOf(work),
      checkNote: note ?? null,
    };
    const task: HallTask = ok
      ? { ...looked, state: 'checked' }
      : { ...looked, state: 'open', overdueAt: null, dueAt: addSeconds(work.now, TASK_SECONDS) };
    await saveTask(work.tx, task);
    if (!ok) await work.setDeadline('task.overdue', taskId, task.dueAt);
    work.record({ kind: ok ? 'task.checked' : 'task.reopened', payload: { taskId } });
    return success(presentTask(work.config, task));
  },
});

/** By time alone: the owner did not make it. */
export async function overdueTask(work: Work, { subjectId }: Deadline): Promise<void> {
  const task = await findTask(work.tx, subjectId);
  if (task?.state !== 'open' || task.overdueAt) return;
  await saveTask(work.tx, { ...task, overdueAt: work.now });
  work.record({ kind: 'task.overdue', payload: { taskId: task.id } });
}
