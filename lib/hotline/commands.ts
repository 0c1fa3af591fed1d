import { z } from 'zod';
import { secondsBetween } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { idSchema } from '@/lib/tickets/schema';
import { presentNotice } from './presenter';
import { findNotice, hasReceipt, listMissing, locateNotice } from './queries';
import { insertReceipt, markMissed } from './repository';
import { referBody } from './schema';

/** An agent knows of a change. Saying so twice changes nothing. */
export const acknowledgeNotice = queueCommand({
  name: 'hotline.acknowledge',
  input: z.strictObject({ noticeId: idSchema }),
  permission: 'hotline.use',
  locate: (lookup, { noticeId }) => locateNotice(lookup.db, noticeId),
  async run(work, { noticeId }) {
    const notice = await findNotice(work.tx, noticeId);
    if (!notice) return fail('not-found', { detail: 'There is no such notice.' });
    if (await hasReceipt(work.tx, noticeId, work.by)) return success(presentNotice(notice, work.now));
    await insertReceipt(work.tx, { noticeId, actorRef: work.by, hallId: work.hallId, at: work.now });
    // Once the day has ended the agent has been counted among those who did not know.
    const kept = notice.missedAt === null && work.now <= notice.dueAt;
    work.record({
      kind: 'hallNotice.acknowledged',
      payload: { noticeId, fields: notice.fields, kept, seconds: secondsBetween(notice.at, work.now) },
    });
    return success(presentNotice(notice, work.now));
  },
});

/** A caller was told to come to this hall. */
export const referToHall = queueCommand({
  name: 'hotline.refer',
  input: referBody.extend({ hall: idSchema }),
  permission: 'hotline.use',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  run(work, { serviceCode }) {
    if (serviceCode && !work.config.services.some(({ code, active }) => active && code === serviceCode))
      return fail('invalid-input', { errors: [{ path: 'serviceCode', message: 'no such service in this hall' }] });
    work.record({ kind: 'visit.referred', payload: { service: serviceCode ?? null } });
    return success({ at: work.now.toISOString(), serviceCode: serviceCode ?? null });
  },
});

/** The working day has ended: one event for each agent who does not know of the change yet. */
export async function missNotice(work: Work, { subjectId }: Deadline): Promise<void> {
  const notice = await findNotice(work.tx, subjectId);
  if (!notice || notice.missedAt) return;
  const missing = await listMissing(work.tx, notice);
  if (missing.length === 0) return;
  await markMissed(work.tx, notice.id, work.now);
  for (const agent of missing) work.record({ kind: 'hallNotice.missed', payload: { noticeId: notice.id, agent } });
}
