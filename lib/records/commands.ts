import { fail, type Result, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { localTime } from '@/lib/halls/service-day';
import { listColleagues } from '@/lib/staff/queries';
import { idSchema } from '@/lib/tickets/schema';
import { openWeakPointRow } from '@/lib/weak-points/steps';
import type { HallRecord, InspectionItem } from './hall-record';
import { presentRecord } from './presenter';
import { findRecord, locateRecord } from './queries';
import { insertRecord, updateRecord } from './repository';
import { changeRecordBody, keepRecordBody } from './schema';

// More than any hall has.
const ALL = 2000;

type Person = { id: string; name: string };

function wrong(path: string, message: string, code: string) {
  return fail('invalid-input', { errors: [{ path, message, code }] });
}

/** What has not happened yet cannot be recorded. */
function inFuture(work: Work, heldOn: string, heldAt: string): boolean {
  const { day, secondOfDay } = localTime(work.now, work.config.timeZone);
  const [hours = 0, minutes = 0] = heldAt.split(':').map(Number);
  return heldOn > day || (heldOn === day && hours * 3600 + minutes * 60 > secondOfDay);
}

/** People of the hall's staff by their ids, or the first id that is nobody's. */
async function peopleOf(work: Work): Promise<(id: string, path: string) => Result<Person>> {
  const known = new Map(
    (await listColleagues(work.tx, work.hallId, { limit: ALL })).map(({ id, name }) => [id, { id, name }]),
  );
  return (id, path) => {
    const person = known.get(id);
    return person ? success(person) : wrong(path, 'nobody of this hall’s staff', 'no_colleague');
  };
}

function allOf(ids: readonly string[], path: string, find: (id: string, path: string) => Result<Person>) {
  const people: Person[] = [];
  for (const [i, id] of ids.entries()) {
    const person = find(id, `${path}.${i}`);
    if (!person.ok) return person;
    people.push(person.value);
  }
  return success(people);
}

/** Keeps the record of a meeting or an inspection; what an inspection found may go to the board of weak points. */
export const keepRecord = queueCommand({
  name: 'record.keep',
  input: keepRecordBody.safeExtend({ hall: idSchema }),
  permission: 'record.keep',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { hall: _hall, leaderId, attendeeIds, guests, items, ...fields }) {
    if (inFuture(work, fields.heldOn, fields.heldAt)) return wrong('heldAt', 'has not come yet', 'in_future');
    const find = await peopleOf(work);
    const leader = find(leaderId, 'leaderId');
    if (!leader.ok) return leader;
    const attendees = allOf(attendeeIds, 'attendeeIds', find);
    if (!attendees.ok) return attendees;
    for (const [i, { fine, weakPoint }] of items.entries()) {
      if (!weakPoint) continue;
      if (fine) return wrong(`items.${i}.weakPoint`, 'what is fine is no weak point', 'custom');
      const owner = weakPoint.ownerId ? find(weakPoint.ownerId, `items.${i}.weakPoint.ownerId`) : null;
      if (owner && !owner.ok) return owner;
      if (weakPoint.dueOn && weakPoint.dueOn < work.serviceDay)
        return wrong(`items.${i}.weakPoint.dueOn`, 'must not be over already', 'already_over');
    }
    const found: InspectionItem[] = [];
    for (const { what, fine, note, weakPoint } of items) {
      const owner = weakPoint?.ownerId ? find(weakPoint.ownerId, '') : null;
      const point =
        weakPoint &&
        (await openWeakPointRow(work, {
          touchpoint: weakPoint.touchpoint,
          source: 'inspection',
          description: note ? `${what}: ${note}` : what,
          owner: owner?.ok ? owner.value : null,
          dueOn: weakPoint.dueOn,
        }));
      found.push({ what, fine, note: note || null, weakPointId: point?.id ?? null });
    }
    const record: HallRecord = {
      ...fields,
      id: work.newId(),
      hallId: work.hallId,
      leaderId: leader.value.id,
      leaderName: leader.value.name,
      attendees: attendees.value,
      attendeeCount: attendees.value.length + guests,
      items: found,
      createdAt: work.now,
      createdBy: work.by,
      updatedAt: work.now,
    };
    await insertRecord(work.tx, record);
    const about = { recordId: record.id, heldOn: record.heldOn, attendees: record.attendeeCount };
    work.record(
      record.kind === 'inspection'
        ? {
            kind: 'inspection.recorded',
            payload: {
              ...about,
              items: found.length,
              notFine: found.filter(({ fine }) => !fine).length,
              weakPoints: found.filter(({ weakPointId }) => weakPointId !== null).length,
            },
          }
        : { kind: 'meeting.recorded', payload: { ...about, meeting: record.kind } },
    );
    return success(presentRecord(record));
  },
});

export const changeRecord = queueCommand({
  name: 'record.change',
  input: changeRecordBody.extend({ recordId: idSchema }),
  permission: 'record.keep',
  locate: ({ db }, { recordId }) => locateRecord(db, recordId),
  async run(work, { recordId, leaderId, attendeeIds, guests, ...change }) {
    const before = await findRecord(work.tx, recordId);
    if (!before) return fail('not-found', { detail: 'There is no such record.' });
    const find = await peopleOf(work);
    const leader = leaderId === undefined ? null : find(leaderId, 'leaderId');
    if (leader && !leader.ok) return leader;
    const attendees = attendeeIds === undefined ? success(before.attendees) : allOf(attendeeIds, 'attendeeIds', find);
    if (!attendees.ok) return attendees;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const others = guests ?? before.attendeeCount - before.attendees.length;
    const record: HallRecord = {
      ...before,
      ...given,
      ...(leader ? { leaderId: leader.value.id, leaderName: leader.value.name } : {}),
      attendees: attendees.value,
      attendeeCount: attendees.value.length + others,
      updatedAt: work.now,
    };
    if (inFuture(work, record.heldOn, record.heldAt)) return wrong('heldAt', 'has not come yet', 'in_future');
    await updateRecord(work.tx, record);
    work.record({ kind: 'record.changed', payload: { recordId, record: record.kind } });
    return success(presentRecord(record));
  },
});
