import { z } from 'zod';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { hoursOn } from '@/lib/halls/opening-hours';
import { actorName } from '@/lib/staff/actor';
import { idSchema } from '@/lib/tickets/schema';
import type { EventKind } from '@/lib/touchpoints/events';
import { nextCount } from './count-time';
import { countMaterial, daysLeft, type Material, materialState, materialTimes } from './material';
import { presentMaterial } from './presenter';
import { findMaterial, listStanding, locateMaterial } from './queries';
import { insertCheck, insertMaterial, updateMaterial } from './repository';
import { addMaterialBody, changeMaterialBody, checkMaterialBody, type MaterialFields, toStoredEnd } from './schema';

const gone = fail('not-found', { detail: 'There is no such material.' });

const ofMaterial = {
  locate: ({ db }: Parameters<typeof locateHall>[0], { materialId }: { materialId: string }) =>
    locateMaterial(db, materialId),
};

/** What is wrong with the fields together; null where nothing is. */
function misfit(
  work: Work,
  { zoneId, validFrom, validUntil }: Pick<MaterialFields, 'zoneId' | 'validFrom' | 'validUntil'>,
) {
  if (zoneId && !work.config.zones.some(({ id }) => id === zoneId))
    return fail('invalid-input', { errors: [{ path: 'zoneId', message: 'no such zone in this hall' }] });
  if (validUntil !== null && validUntil < validFrom)
    return fail('invalid-input', {
      errors: [{ path: 'validUntil', message: 'must not be before the first day', code: 'ends_before_start' }],
    });
  return null;
}

/**
 * Saves and tells: each event of material carries what stands in the hall after it and how much of that has expired,
 * so that the day's events alone show whether expired material was left standing.
 */
async function record(work: Work, kind: EventKind, material: Material | null, facts: object = {}): Promise<void> {
  const counted = countMaterial(await listStanding(work.tx, work.hallId), work.serviceDay);
  const about = material && { materialId: material.id, materialKind: material.kind };
  work.record({ kind, zoneId: material?.zoneId ?? null, payload: { ...about, ...facts, ...counted } });
}

/** Warning and expiry of what stands, and the daily count while anything does. */
async function setDeadlines(work: Work, material: Material): Promise<void> {
  const times = materialTimes(material, work.config.timeZone);
  if (times) {
    if (times.expiredAt > work.now) await work.setDeadline('material.expiring', material.id, times.expiringAt);
    else await work.clearDeadline('material.expiring', material.id);
    await work.setDeadline('material.expired', material.id, times.expiredAt);
  } else {
    await work.clearDeadline('material.expiring', material.id);
    await work.clearDeadline('material.expired', material.id);
  }
  if (material.standing) await work.setDeadline('material.count', work.hallId, nextCount(work.config, work.now));
}

export const addMaterial = queueCommand({
  name: 'material.add',
  input: addMaterialBody.extend({ hall: idSchema }),
  permission: 'material.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { hall: _hall, ...fields }) {
    const refused = misfit(work, fields);
    if (refused) return refused;
    const material: Material = {
      ...fields,
      id: work.newId(),
      hallId: work.hallId,
      validUntil: toStoredEnd(fields.validUntil),
      standing: true,
      checkedAt: null,
      checkedBy: null,
      removedAt: null,
      removedBy: null,
      createdAt: work.now,
      updatedAt: work.now,
    };
    await insertMaterial(work.tx, material);
    await setDeadlines(work, material);
    await record(work, 'material.added', material);
    return success(presentMaterial(work.config, material, work.serviceDay));
  },
});

export const changeMaterial = queueCommand({
  name: 'material.change',
  input: changeMaterialBody.extend({ materialId: idSchema }),
  permission: 'material.manage',
  ...ofMaterial,
  async run(work, { materialId, validUntil, ...change }) {
    const before = await findMaterial(work.tx, materialId);
    if (!before) return gone;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const material: Material = {
      ...before,
      ...given,
      validUntil: validUntil === undefined ? before.validUntil : toStoredEnd(validUntil),
      updatedAt: work.now,
    };
    const refused = misfit(work, material);
    if (refused) return refused;
    await updateMaterial(work.tx, material);
    // Moving a poster to another wall is no reason to warn of its end once more.
    if (before.validUntil !== material.validUntil || before.warnDays !== material.warnDays)
      await setDeadlines(work, material);
    await record(work, 'material.changed', material);
    return success(presentMaterial(work.config, material, work.serviceDay));
  },
});

/** Somebody looked at it: its condition, how many there are, and whether it is still valid. */
export const checkMaterial = queueCommand({
  name: 'material.check',
  input: checkMaterialBody.extend({ materialId: idSchema }),
  permission: 'material.check',
  ...ofMaterial,
  async run(work, { materialId, condition, quantity, note }) {
    const before = await findMaterial(work.tx, materialId);
    if (!before) return gone;
    if (!before.standing)
      return fail('changed-meanwhile', { detail: 'It has been taken down.', currentState: 'removed' });
    const by = actorName(work.actor);
    const material: Material = {
      ...before,
      condition,
      quantity: quantity ?? before.quantity,
      checkedAt: work.now,
      checkedBy: by,
      updatedAt: work.now,
    };
    await updateMaterial(work.tx, material);
    await insertCheck(work.tx, {
      id: work.newId(),
      hallId: work.hallId,
      materialId,
      at: work.now,
      byRef: work.by,
      byName: by,
      condition,
      quantity: material.quantity,
      note: note || null,
    });
    await record(work, 'material.checked', material, {
      condition,
      state: materialState(material, work.serviceDay),
      worse: before.condition !== condition && condition !== 'good',
    });
    return success(presentMaterial(work.config, material, work.serviceDay));
  },
});

/** Takes it down. Twice is once. */
export const removeMaterial = queueCommand({
  name: 'material.remove',
  input: z.strictObject({ materialId: idSchema }),
  permission: 'material.check',
  ...ofMaterial,
  async run(work, { materialId }) {
    const before = await findMaterial(work.tx, materialId);
    if (!before) return gone;
    if (!before.standing) return success(presentMaterial(work.config, before, work.serviceDay));
    const material: Material = {
      ...before,
      standing: false,
      removedAt: work.now,
      removedBy: actorName(work.actor),
      updatedAt: work.now,
    };
    await updateMaterial(work.tx, material);
    await setDeadlines(work, material);
    await record(work, 'material.removed', material, { daysLeft: daysLeft(before, work.serviceDay) });
    return success(presentMaterial(work.config, material, work.serviceDay));
  },
});

/** Puts up again what was taken down, also by mistake. */
export const putUpMaterial = queueCommand({
  name: 'material.putUp',
  input: z.strictObject({ materialId: idSchema }),
  permission: 'material.check',
  ...ofMaterial,
  async run(work, { materialId }) {
    const before = await findMaterial(work.tx, materialId);
    if (!before) return gone;
    if (before.standing) return success(presentMaterial(work.config, before, work.serviceDay));
    const material: Material = { ...before, standing: true, removedAt: null, removedBy: null, updatedAt: work.now };
    await updateMaterial(work.tx, material);
    await setDeadlines(work, material);
    await record(work, 'material.putUp', material);
    return success(presentMaterial(work.config, material, work.serviceDay));
  },
});

/** Its end is near: told once. */
export async function warnOfExpiry(work: Work, { subjectId }: Deadline): Promise<void> {
  const material = await findMaterial(work.tx, subjectId);
  if (!material?.standing) return;
  await record(work, 'material.expiring', material, { daysLeft: daysLeft(material, work.serviceDay) });
}

/** Its last day is over and it still stands. */
export async function expireMaterial(work: Work, { subjectId }: Deadline): Promise<void> {
  const material = await findMaterial(work.tx, subjectId);
  if (!material?.standing) return;
  await record(work, 'material.expired', material);
}

/** At the first opening of each day: what customers are about to see. */
export async function countStanding(work: Work): Promise<void> {
  const standing = await listStanding(work.tx, work.hallId);
  if (standing.length === 0) return;
  await work.setDeadline('material.count', work.hallId, nextCount(work.config, work.now));
  if (hoursOn(work.config, work.serviceDay).length > 0) await record(work, 'material.counted', null);
}
