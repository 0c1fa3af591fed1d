import { z } from 'zod';
import { addSeconds, secondsBetween } from '@/lib/core/clock';
import { fail, type Result, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { type Lookup, queueCommand } from '@/lib/door/command';
import { hallOf, locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { opening } from '@/lib/halls/opening-hours';
import { actorName } from '@/lib/staff/actor';
import { idSchema } from '@/lib/tickets/schema';
import { findTicket, refOfTicket } from '@/lib/tickets/steps';
import { type Tally, tallyOf } from './availability';
import { presentStation, presentTrial } from './presenter';
import { findStation, findStationByCode, findTrial, isInvited, listStations, locateTrial } from './queries';
import { insertInvitation, insertTrial, markOrdered, saveStation as writeStation } from './repository';
import { faultBody, inviteBody, saveStationBody, trialBody } from './schema';
import { RESET_SECONDS, type Station, type Trial } from './station';

const TALLY_SECONDS = 3600;

/** The next time at which the hall's stations are told of: each hour while it is open, and when it closes. */
function nextTally(work: Work): Date {
  const { open, nextChange } = opening(work.config, work.now);
  const inAnHour = addSeconds(work.now, TALLY_SECONDS);
  if (open) return nextChange && nextChange.at < inAnHour ? nextChange.at : inAnHour;
  return addSeconds(nextChange?.at ?? work.now, TALLY_SECONDS);
}

/** A change of state tells what was before it. */
function told(work: Work, station: Station, change: Partial<Station>): { station: Station; tally: Tally } {
  return {
    tally: tallyOf(work.config, station, work.now),
    station: { ...station, ...change, talliedAt: work.now },
  };
}

/** Makes or changes a station. It begins working. */
export const saveStation = queueCommand({
  name: 'station.save',
  input: saveStationBody.extend({ hall: idSchema }),
  permission: 'station.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { code, names, shows, zoneCode, sort, active }) {
    const zone = work.config.zones.find((z) => z.code === zoneCode);
    if (zoneCode !== null && !zone)
      return fail('invalid-input', { errors: [{ path: 'zoneCode', message: 'no such zone in this hall' }] });
    const before = await findStationByCode(work.tx, work.hallId, code);
    const facts = { names, shows, zoneId: zone?.id ?? null, sort, active };
    const fresh: Station = {
      id: work.newId(),
      hallId: work.hallId,
      code,
      ...facts,
      state: 'working',
      stateSince: work.now,
      faultWords: null,
      faultByName: null,
      resetDueAt: null,
      resetLateAt: null,
      lastTrialAt: null,
      talliedAt: work.now,
    };
    // Nobody misses a station that is out of use, so its time begins anew when it comes back.
    const station = before ? { ...before, ...facts, ...(before.active ? {} : { talliedAt: work.now }) } : fresh;
    await writeStation(work.tx, station);
    if (!before) await work.setDeadline('station.tallyDue', work.hallId, nextTally(work));
    work.record({ kind: 'station.saved', zoneId: station.zoneId, payload: { stationId: station.id, code, active } });
    return success(presentStation(work.config, station));
  },
});

function locateStation({ db }: Lookup, { stationId }: { stationId: string }): Promise<Result<string>> {
  return hallOf(findStation(db, stationId), 'There is no such station.');
}

async function activeStation(work: Work, id: string): Promise<Result<Station>> {
  const station = await findStation(work.tx, id);
  return station?.active ? success(station) : fail('not-found', { detail: 'There is no such station.' });
}

const oneStation = z.strictObject({ stationId: idSchema });

/** Something is broken: every staff screen shows it at once. */
export const reportFault = queueCommand({
  name: 'station.reportFault',
  input: faultBody.extend({ stationId: idSchema }),
  permission: 'station.work',
  locate: locateStation,
  async run(work, { stationId, words }) {
    const found = await activeStation(work, stationId);
    if (!found.ok) return found;
    if (found.value.state === 'faulty')
      return fail('wrong-state', { detail: 'It is known to be out of order.', currentState: 'faulty' });
    const { station, tally } = told(work, found.value, {
      state: 'faulty',
      stateSince: work.now,
      faultWords: words,
      faultByName: actorName(work.actor),
      resetDueAt: null,
      resetLateAt: null,
    });
    await writeStation(work.tx, station);
    await work.clearDeadline('station.resetDue', stationId);
    work.record({
      kind: 'station.faultReported',
      zoneId: station.zoneId,
      payload: { stationId, code: station.code, ...tally },
    });
    return success(presentStation(work.config, station));
  },
});

/** It works again. */
export const repairStation = queueCommand({
  name: 'station.repair',
  input: oneStation,
  permission: 'station.work',
  locate: locateStation,
  async run(work, { stationId }) {
    const found = await activeStation(work, stationId);
    if (!found.ok) return found;
    const before = found.value;
    if (before.state !== 'faulty')
      return fail('wrong-state', { detail: 'It is not out of order.', currentState: before.state });
    const { station, tally } = told(work, before, {
      state: 'working',
      stateSince: work.now,
      faultWords: null,
      faultByName: null,
    });
    await writeStation(work.tx, station);
    work.record({
      kind: 'station.repaired',
      zoneId: station.zoneId,
      payload: { stationId, code: station.code, downSeconds: secondsBetween(before.stateSince, work.now), ...tally },
    });
    return success(presentStation(work.config, station));
  },
});

/** It is ready for the next person. */
export const resetStation = queueCommand({
  name: 'station.reset',
  input: oneStation,
  permission: 'station.work',
  locate: locateStation,
  async run(work, { stationId }) {
    const found = await activeStation(work, stationId);
    if (!found.ok) return found;
    const before = found.value;
    if (before.state !== 'resetting')
      return fail('wrong-state', { detail: 'It does not have to be made ready.', currentState: before.state });
    const station: Station = {
      ...before,
      state: 'working',
      stateSince: work.now,
      resetDueAt: null,
      resetLateAt: null,
    };
    await writeStation(work.tx, station);
    await work.clearDeadline('station.resetDue', stationId);
    work.record({
      kind: 'station.reset',
      zoneId: station.zoneId,
      payload: { stationId, code: station.code, inTime: before.resetDueAt === null || work.now <= before.resetDueAt },
    });
    return success(presentStation(work.config, station));
  },
});

/** Somebody tried something. The station has to be made ready after it. */
export const recordTrial = queueCommand({
  name: 'station.recordTrial',
  input: trialBody.extend({ stationId: idSchema }),
  permission: 'station.work',
  locate: locateStation,
  async run(work, { stationId, interest, ordered, shown, wishes, ticketId, ticketNumber }) {
    const found = await activeStation(work, stationId);
    if (!found.ok) return found;
    const before = found.value;
    if (before.state === 'faulty')
      return fail('wrong-state', { detail: 'It is out of order.', currentState: 'faulty' });
    const ref = await refOfTicket(work, ticketId, ticketNumber);
    if (!ref.ok) return ref;
    const trial: Trial = {
      id: work.newId(),
      hallId: work.hallId,
      serviceDay: work.serviceDay,
      at: work.now,
      stationId,
      shown: shown ?? null,
      interest,
      wishes: wishes ?? null,
      ordered,
      ticketId: ref.value.ticketId,
      visitId: ref.value.visitId,
      byRef: work.by,
      byName: actorName(work.actor),
    };
    const resetDueAt = addSeconds(work.now, RESET_SECONDS);
    await insertTrial(work.tx, trial);
    await writeStation(work.tx, {
      ...before,
      state: 'resetting',
      stateSince: work.now,
      lastTrialAt: work.now,
      resetDueAt,
      resetLateAt: null,
    });
    await work.setDeadline('station.resetDue', stationId, resetDueAt);
    work.record({
      kind: 'trial.recorded',
      visitId: trial.visitId,
      ticketId: trial.ticketId,
      zoneId: before.zoneId,
      payload: { trialId: trial.id, stationId, interest, ordered, wished: trial.wishes !== null },
    });
    return success(presentTrial(trial));
  },
});

/** Somebody who only tried it has ordered after all. */
export const orderAfterTrial = queueCommand({
  name: 'station.orderAfterTrial',
  input: z.strictObject({ trialId: idSchema }),
  permission: 'station.work',
  locate: (lookup, { trialId }) => locateTrial(lookup, trialId),
  async run(work, { trialId }) {
    const trial = await findTrial(work.tx, work.hallId, trialId);
    if (!trial) return fail('not-found', { detail: 'There is no such trial.' });
    if (trial.ordered) return fail('already-done', { detail: 'It is noted as ordered.', currentState: 'ordered' });
    const ordered = { ...trial, ordered: true };
    await markOrdered(work.tx, trialId);
    work.record({
      kind: 'trial.ordered',
      visitId: trial.visitId,
      ticketId: trial.ticketId,
      payload: { trialId, stationId: trial.stationId, interest: trial.interest },
    });
    return success(presentTrial(ordered));
  },
});

/** Somebody who waits was asked to try something meanwhile, once in a visit. */
export const inviteToTrial = queueCommand({
  name: 'station.invite',
  input: inviteBody.extend({ stationId: idSchema }),
  permission: 'station.work',
  locate: locateStation,
  async run(work, { stationId, ticketId, accepted }) {
    const found = await activeStation(work, stationId);
    if (!found.ok) return found;
    const ticket = await findTicket(work, ticketId);
    if (!ticket.ok)
      return fail('invalid-input', { errors: [{ path: 'ticketId', message: 'no such ticket in this hall' }] });
    const { status, visitId, number } = ticket.value;
    if (status !== 'waiting') return fail('wrong-state', { detail: `${number} is not waiting.`, currentState: status });
    if (await isInvited(work.tx, work.hallId, ticketId))
      return fail('already-exists', { detail: `${number} was asked already.` });
    await insertInvitation(work.tx, {
      id: work.newId(),
      hallId: work.hallId,
      serviceDay: work.serviceDay,
      at: work.now,
      ticketId,
      stationId,
      accepted,
      byRef: work.by,
    });
    work.record({
      kind: 'trial.invited',
      visitId,
      ticketId,
      zoneId: found.value.zoneId,
      payload: { stationId, accepted },
    });
    return success({ ticketId, stationId, accepted });
  },
});

/** A station was not made ready in time: said once, and shown until it is. */
export async function resetOverdue(work: Work, { subjectId }: Deadline): Promise<void> {
  const station = await findStation(work.tx, subjectId);
  if (station?.state !== 'resetting' || station.resetLateAt) return;
  await writeStation(work.tx, { ...station, resetLateAt: work.now });
  work.record({
    kind: 'station.resetOverdue',
    zoneId: station.zoneId,
    payload: { stationId: station.id, code: station.code },
  });
}

/** Tells, once an hour and at closing, for how long the hall's stations could be used, and comes again. */
export async function tallyStations(work: Work): Promise<void> {
  const stations = await listStations(work.tx, work.hallId);
  if (stations.length === 0) return;
  const total: Tally = { openSeconds: 0, availableSeconds: 0 };
  for (const before of stations) {
    const { station, tally } = told(work, before, {});
    total.openSeconds += tally.openSeconds;
    total.availableSeconds += tally.availableSeconds;
    await writeStation(work.tx, station);
  }
  if (total.openSeconds > 0) work.record({ kind: 'station.tallied', payload: { stations: stations.length, ...total } });
  await work.setDeadline('station.tallyDue', work.hallId, nextTally(work));
}
