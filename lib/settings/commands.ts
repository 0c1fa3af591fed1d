import { isDeepStrictEqual } from 'node:util';
import { fail, type Result, success } from '@/lib/core/result';
import { settingsCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { SettingsWork } from '@/lib/door/settings-work';
import { recordHallChange } from '@/lib/halls/steps';
import { ACTIVE_STATUSES } from '@/lib/tickets/ticket';
import {
  bookableServiceSchema,
  bookingRulesSchema,
  counterSettingsSchema,
  creditSchema,
  exceptionSchema,
  hallFactsSchema,
  hallLimitsSchema,
  outcomeSchema,
  removeSchema,
  serviceSchema,
  suggestionSettingsSchema,
  weeklyHoursInput,
  zoneSchema,
} from './schema';

/*
 * Settings of a hall. Every change is one command: validated, audited with what was before, and on the screens at once
 * because it raises the hall's clock. Nothing here touches a ticket that was issued: services, classes, counters that
 * were used are switched off, not deleted, and a ticket keeps what it got.
 */

const base = { permission: 'settings.write' } as const;
const inHall = {
  ...base,
  locate: (lookup: Parameters<typeof locateHall>[0], { hall }: { hall: string }) => locateHall(lookup, hall),
};

function hallOf(work: SettingsWork): string {
  if (!work.hallId) throw new Error('A setting of a hall needs its hall.');
  return work.hallId;
}

const gone = fail('not-found', { detail: 'There is no such entry in this hall.' });

/** Changes a row of the hall itself and keeps what was before. */
async function changeHall(
  work: SettingsWork,
  action: string,
  data: object,
  /** Those of its fields that the public sees: the hotline learns when they change. */
  told: readonly string[] = [],
): Promise<Result<null>> {
  const id = hallOf(work);
  const before = await work.tx.hall.findUniqueOrThrow({ where: { id } });
  await work.tx.hall.update({ where: { id }, data: { ...data, updatedAt: work.now } });
  const was = Object.fromEntries(Object.keys(data).map((key) => [key, (before as Record<string, unknown>)[key]]));
  await work.audit(action, `hall:${id}`, was, data);
  const changed = (key: string) => !isDeepStrictEqual(was[key] ?? null, (data as Record<string, unknown>)[key] ?? null);
  await recordHallChange(
    work,
    Object.keys(data).filter((key) => told.includes(key) && changed(key)),
  );
  return success(null);
}

/** Hours, exceptions or the opening check are others now: when the hall opens and rounds fall due is worked out anew. */
async function planAnew(work: SettingsWork): Promise<void> {
  const id = hallOf(work);
  await work.setDeadline(id, 'hall.turn', id, work.now);
  await work.setDeadline(id, 'rounds.plan', id, work.now);
}

const TOLD_FACTS = Object.keys(hallFactsSchema.shape).filter((key) => key !== 'hall');

export const saveHallFacts = settingsCommand({
  ...inHall,
  name: 'hall.saveFacts',
  input: hallFactsSchema,
  async run(work, { hall: _hall, ...data }) {
    const id = hallOf(work);
    const before = await work.tx.hall.findUniqueOrThrow({ where: { id }, select: { timeZone: true } });
    if (before.timeZone !== data.timeZone) {
      // The service day and so the numbers depend on the zone: it changes only when nobody holds a number.
      const active = await work.tx.ticket.count({ where: { hallId: id, status: { in: [...ACTIVE_STATUSES] } } });
      if (active > 0)
        return fail('in-use', {
          detail: 'The time zone can be changed when no ticket is open.',
          errors: [{ path: 'timeZone', message: 'tickets are open' }],
        });
    }
    if (data.checkInMetres && (data.latitude === null || data.longitude === null))
      return fail('invalid-input', {
        errors: [{ path: 'checkInMetres', message: 'needs the place of the hall' }],
      });
    await planAnew(work);
    return changeHall(
      work,
      'hall.saveFacts',
      { ...data, hotlineNumber: data.hotlineNumber || null },
      TOLD_FACTS.filter((key) => key !== 'openingCheck' && key !== 'currency' && key !== 'kioskChoosesClass'),
    );
  },
});

export const saveHallLimits = settingsCommand({
  ...inHall,
  name: 'hall.saveLimits',
  input: hallLimitsSchema,
  run: (work, { hall: _hall, ...data }) => changeHall(work, 'hall.saveLimits', data),
});

export const saveBookingRules = settingsCommand({
  ...inHall,
  name: 'hall.saveBookingRules',
  input: bookingRulesSchema,
  run: (work, { hall: _hall, ...data }) => changeHall(work, 'hall.saveBookingRules', data, ['bookings']),
});

/** Contingents of a service; bookings that were made stay, also where they are more than it now gives. */
export const saveBookableService = settingsCommand({
  ...inHall,
  name: 'bookableService.save',
  input: bookableServiceSchema,
  async run(work, { hall: _hall, id, ...data }) {
    const hallId = hallOf(work);
    if ((await work.tx.service.count({ where: { id, hallId } })) === 0) return gone;
    const before = await work.tx.bookableService.findUnique({ where: { serviceId: id } });
    await work.tx.bookableService.upsert({
      where: { serviceId: id },
      create: { ...data, serviceId: id, hallId },
      update: data,
    });
    await work.audit('bookableService.save', `service:${id}`, before, data);
    return success({ id });
  },
});

export const saveWeeklyHours = settingsCommand({
  ...inHall,
  name: 'hall.saveWeeklyHours',
  input: weeklyHoursInput,
  async run(work, { weeklyHours }) {
    await planAnew(work);
    return changeHall(work, 'hall.saveWeeklyHours', { weeklyHours }, ['weeklyHours']);
  },
});

export const saveException = settingsCommand({
  ...inHall,
  name: 'hall.saveException',
  input: exceptionSchema,
  async run(work, { hall: _hall, id, ...data }) {
    const hallId = hallOf(work);
    const before = id ? await work.tx.hallException.findFirst({ where: { id, hallId } }) : null;
    if (id && !before) return gone;
    const key = id ?? work.newId();
    if (before) await work.tx.hallException.update({ where: { id: key }, data });
    else await work.tx.hallException.create({ data: { ...data, id: key, hallId } });
    await work.audit('hall.saveException', `exception:${key}`, before, data);
    await planAnew(work);
    await recordHallChange(work, ['exceptions']);
    return success({ id: key });
  },
});

export const removeException = settingsCommand({
  ...inHall,
  name: 'hall.removeException',
  input: removeSchema,
  async run(work, { id }) {
    const before = await work.tx.hallException.findFirst({ where: { id, hallId: hallOf(work) } });
    if (!before) return gone;
    await work.tx.hallException.delete({ where: { id } });
    await work.audit('hall.removeException', `exception:${id}`, before, null);
    await planAnew(work);
    await recordHallChange(work, ['exceptions']);
    return success(null);
  },
});

/** A code stays what it was: programs, events and reports know the entry by it. */
function codeChanged(before: { code: string } | null, code: string): Result<never> | null {
  if (!before || before.code === code) return null;
  return fail('invalid-input', { errors: [{ path: 'code', message: 'a code cannot be changed' }] });
}

/** The lists of codes have the same shape; each is a table of its own. */
type CodeTable = 'zone' | 'customerClass' | 'specialNeed' | 'outcome' | 'suggestion';
interface CodeRow {
  id: string;
  code: string;
}
interface CodeDelegate {
  findFirst(args: { where: { id: string; hallId: string } }): Promise<CodeRow | null>;
  count(args: { where: { hallId: string } }): Promise<number>;
  update(args: { where: { id: string }; data: object }): Promise<CodeRow>;
  create(args: { data: object }): Promise<CodeRow>;
}

async function saveCoded(
  work: SettingsWork,
  table: CodeTable,
  id: string | undefined,
  data: { code: string },
): Promise<Result<{ id: string }>> {
  const hallId = hallOf(work);
  const rows = work.tx[table] as unknown as CodeDelegate;
  const before = id ? await rows.findFirst({ where: { id, hallId } }) : null;
  if (id && !before) return gone;
  const refused = codeChanged(before, data.code);
  if (refused) return refused;
  const key = id ?? work.newId();
  if (before) await rows.update({ where: { id: key }, data });
  else await rows.create({ data: { ...data, id: key, hallId, sort: await rows.count({ where: { hallId } }) } });
  await work.audit(`${table}.save`, `${table}:${key}`, before, data);
  return success({ id: key });
}

export const saveZone = settingsCommand({
  ...inHall,
  name: 'zone.save',
  input: zoneSchema,
  run: (work, { hall: _hall, id, ...data }) => saveCoded(work, 'zone', id, data),
});

export const saveCustomerClass = settingsCommand({
  ...inHall,
  name: 'customerClass.save',
  input: creditSchema,
  run: (work, { hall: _hall, id, ...data }) => saveCoded(work, 'customerClass', id, data),
});

export const saveSpecialNeed = settingsCommand({
  ...inHall,
  name: 'specialNeed.save',
  input: creditSchema,
  run: (work, { hall: _hall, id, ...data }) => saveCoded(work, 'specialNeed', id, data),
});

export const saveOutcome = settingsCommand({
  ...inHall,
  name: 'outcome.save',
  input: outcomeSchema,
  run: (work, { hall: _hall, id, ...data }) => saveCoded(work, 'outcome', id, data),
});

export const saveSuggestion = settingsCommand({
  ...inHall,
  name: 'suggestion.save',
  input: suggestionSettingsSchema,
  async run(work, { hall: _hall, id, ...data }) {
    const { serviceIds } = data;
    const known = await work.tx.service.count({ where: { hallId: hallOf(work), id: { in: serviceIds } } });
    if (known !== new Set(serviceIds).size)
      return fail('invalid-input', { errors: [{ path: 'serviceIds', message: 'no such service in this hall' }] });
    return saveCoded(work, 'suggestion', id, data);
  },
});

async function zoneOfHall(work: SettingsWork, zoneId: string | null): Promise<boolean> {
  return zoneId === null || (await work.tx.zone.count({ where: { id: zoneId, hallId: hallOf(work) } })) === 1;
}

const strangeZone = fail('invalid-input', { errors: [{ path: 'zoneId', message: 'no such zone in this hall' }] });

export const saveService = settingsCommand({
  ...inHall,
  name: 'service.save',
  input: serviceSchema,
  async run(work, { hall: _hall, id, ...data }) {
    const hallId = hallOf(work);
    const before = id ? await work.tx.service.findFirst({ where: { id, hallId } }) : null;
    if (id && !before) return gone;
    const refused = codeChanged(before, data.code);
    if (refused) return refused;
    if (!(await zoneOfHall(work, data.zoneId))) return strangeZone;
    const key = id ?? work.newId();
    if (before) await work.tx.service.update({ where: { id: key }, data });
    else
      await work.tx.service.create({
        data: { ...data, id: key, hallId, sort: await work.tx.service.count({ where: { hallId } }) },
      });
    await work.audit('service.save', `service:${key}`, before, data);
    return success({ id: key });
  },
});

export const saveCounter = settingsCommand({
  ...inHall,
  name: 'counter.save',
  input: counterSettingsSchema,
  async run(work, { hall: _hall, id, serviceIds, ...data }) {
    const hallId = hallOf(work);
    const before = id ? await work.tx.counter.findFirst({ where: { id, hallId }, include: { services: true } }) : null;
    if (id && !before) return gone;
    if (!(await zoneOfHall(work, data.zoneId))) return strangeZone;
    const known = await work.tx.service.findMany({ where: { hallId, id: { in: serviceIds } }, select: { id: true } });
    if (known.length !== new Set(serviceIds).size)
      return fail('invalid-input', { errors: [{ path: 'serviceIds', message: 'no such service in this hall' }] });
    if (before?.active && !data.active) {
      const session = await work.tx.counterSession.count({ where: { openCounterId: before.id } });
      if (session > 0) return fail('in-use', { detail: 'A clerk works at this counter: close it first.' });
    }
    const key = id ?? work.newId();
    if (before) await work.tx.counter.update({ where: { id: key }, data });
    else await work.tx.counter.create({ data: { ...data, id: key, hallId } });
    await work.tx.counterService.deleteMany({ where: { counterId: key } });
    await work.tx.counterService.createMany({ data: known.map((s) => ({ counterId: key, serviceId: s.id })) });
    await work.audit(
      'counter.save',
      `counter:${key}`,
      before ? { ...before, services: before.services.map((s) => s.serviceId) } : null,
      { ...data, serviceIds },
    );
    return success({ id: key });
  },
});
