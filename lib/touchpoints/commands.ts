import { fail, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import { idSchema } from '@/lib/tickets/schema';
import { findTicket } from '@/lib/tickets/steps';
import { recordTouchpointBody } from './schema';

/** Records what staff report of a touchpoint that the queue's own commands do not see. */
export const recordTouchpoint = queueCommand({
  name: 'touchpoint.record',
  input: recordTouchpointBody.extend({ hall: idSchema }),
  permission: 'event.record',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { touchpoint, what, ticketId, counterId, zoneCode, payload }) {
    const zone = work.config.zones.find((z) => z.code === zoneCode);
    if (zoneCode && !zone)
      return fail('invalid-input', { errors: [{ path: 'zoneCode', message: 'no such zone in this hall' }] });
    if (counterId && !work.config.counters.some((c) => c.id === counterId))
      return fail('invalid-input', { errors: [{ path: 'counterId', message: 'no such counter in this hall' }] });
    const ticket = ticketId ? await findTicket(work, ticketId) : null;
    if (ticket && !ticket.ok)
      return fail('invalid-input', { errors: [{ path: 'ticketId', message: 'no such ticket in this hall' }] });
    work.record({
      kind: 'touchpoint.recorded',
      touchpoint,
      visitId: ticket?.value.visitId ?? null,
      ticketId: ticketId ?? null,
      counterId: counterId ?? null,
      zoneId: zone?.id ?? null,
      payload: { ...payload, what },
    });
    return success({ version: work.version, touchpoint, what, at: work.now.toISOString() });
  },
});
