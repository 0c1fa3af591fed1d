import { z } from 'zod';
import { secondsBetween } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import { idSchema } from '@/lib/tickets/schema';
import type { FoundItem, LostReport } from './belonging';
import { presentFound, presentLost } from './presenter';
import { findFound, findLost, listReportsOf, locateFound, locateLost } from './queries';
import { insertFound, insertLost, updateFound, updateLost } from './repository';
import { handBackBody, matchBody, registerFoundBody, reportLostBody } from './schema';

const noItem = fail('not-found', { detail: 'There is no such thing.' });
const noReport = fail('not-found', { detail: 'There is no such report.' });

/** Something was found and is kept. What it looks like stays out of the event: it may name its owner. */
export const registerFound = queueCommand({
  name: 'item.registerFound',
  input: registerFoundBody.extend({ hall: idSchema }),
  permission: 'item.register',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { description, place, keptWhere }) {
    const item: FoundItem = {
      id: work.newId(),
      hallId: work.hallId,
      description,
      place: place ?? null,
      keptWhere,
      foundAt: work.now,
      foundBy: work.by,
      state: 'kept',
      returnedTo: null,
      returnedAt: null,
      returnedBy: null,
    };
    await insertFound(work.tx, item);
    work.record({ kind: 'item.found', payload: { itemId: item.id } });
    return success(presentFound(item));
  },
});

/** A customer misses something. */
export const reportLost = queueCommand({
  name: 'item.reportLost',
  input: reportLostBody.extend({ hall: idSchema }),
  permission: 'item.register',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { description, place, customer }) {
    const report: LostReport = {
      id: work.newId(),
      hallId: work.hallId,
      description,
      place: place ?? null,
      customerName: customer?.name ?? null,
      customerPhone: customer?.phone ?? null,
      reportedAt: work.now,
      reportedBy: work.by,
      state: 'open',
      foundItemId: null,
      closedAt: null,
    };
    await insertLost(work.tx, report);
    work.record({ kind: 'item.lost', payload: { reportId: report.id } });
    return success(presentLost(report));
  },
});

/** A person saw that this is what the customer misses. */
export const matchLost = queueCommand({
  name: 'item.match',
  input: matchBody.extend({ reportId: idSchema }),
  permission: 'item.register',
  locate: (lookup, { reportId }) => locateLost(lookup, reportId),
  async run(work, { reportId, foundItemId }) {
    const report = await findLost(work.tx, work.hallId, reportId);
    if (!report) return noReport;
    const item = await findFound(work.tx, work.hallId, foundItemId);
    if (!item)
      return fail('invalid-input', { errors: [{ path: 'foundItemId', message: 'no such thing in this hall' }] });
    if (report.state === 'closed' || item.state === 'returned')
      return fail('already-done', { detail: 'It is over.', currentState: report.state });
    const matched: LostReport = { ...report, state: 'matched', foundItemId };
    await updateLost(work.tx, matched);
    work.record({ kind: 'item.matched', payload: { reportId, itemId: foundItemId } });
    return success(presentLost(matched));
  },
});

/** Handed back: to whom stays with the thing, and its report is closed. */
export const handBack = queueCommand({
  name: 'item.handBack',
  input: handBackBody.extend({ foundItemId: idSchema }),
  permission: 'item.register',
  locate: (lookup, { foundItemId }) => locateFound(lookup, foundItemId),
  async run(work, { foundItemId, to }) {
    const item = await findFound(work.tx, work.hallId, foundItemId);
    if (!item) return noItem;
    if (item.state === 'returned')
      return fail('already-done', { detail: 'It was handed back.', currentState: item.state });
    const back: FoundItem = {
      ...item,
      state: 'returned',
      returnedTo: to,
      returnedAt: work.now,
      returnedBy: work.by,
    };
    const reports = await listReportsOf(work.tx, foundItemId);
    await updateFound(work.tx, back);
    for (const report of reports) await updateLost(work.tx, { ...report, state: 'closed', closedAt: work.now });
    work.record({
      kind: 'item.returned',
      payload: { itemId: item.id, keptSeconds: secondsBetween(item.foundAt, work.now) },
    });
    return success(presentFound(back));
  },
});

/** The customer has it again, or looks for it no longer. */
export const closeLost = queueCommand({
  name: 'item.closeLost',
  input: z.strictObject({ reportId: idSchema }),
  permission: 'item.register',
  locate: (lookup, { reportId }) => locateLost(lookup, reportId),
  async run(work, { reportId }) {
    const report = await findLost(work.tx, work.hallId, reportId);
    if (!report) return noReport;
    if (report.state === 'closed') return fail('already-done', { detail: 'It is over.', currentState: report.state });
    const closed: LostReport = { ...report, state: 'closed', closedAt: work.now };
    await updateLost(work.tx, closed);
    work.record({ kind: 'item.searchEnded', payload: { reportId } });
    return success(presentLost(closed));
  },
});
