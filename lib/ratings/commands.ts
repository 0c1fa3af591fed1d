import { addSeconds } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall, locateTicket } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { idSchema } from '@/lib/tickets/schema';
import { findTicket } from '@/lib/tickets/steps';
import type { Ticket } from '@/lib/tickets/ticket';
import { lastServed } from './last-served';
import { findDevice } from './queries';
import { CHANGEABLE_SECONDS, isChangeable, type Rating } from './rating';
import { saveDevice } from './repository';
import { bindDeviceBody, type RatingView, rateBody, rateHereBody } from './schema';

function presentRating({ score, reasons, comment, givenAt }: Rating): RatingView {
  return {
    score,
    reasons,
    comment,
    givenAt: givenAt.toISOString(),
    changeableUntil: addSeconds(givenAt, CHANGEABLE_SECONDS).toISOString(),
  };
}

/** Keeps what the customer said of a ticket, in place of what was said before. */
function keepRating(
  work: Work,
  ticket: Ticket,
  before: Rating | null,
  given: Pick<Rating, 'score' | 'reasons' | 'comment'>,
): RatingView {
  const rating: Rating = {
    ticketId: ticket.id,
    hallId: work.hallId,
    visitId: ticket.visitId,
    ...given,
    givenAt: before?.givenAt ?? work.now,
    changedAt: work.now,
  };
  work.saveRating(rating);
  work.record({
    kind: 'ticket.rated',
    visitId: ticket.visitId,
    ticketId: ticket.id,
    counterId: ticket.counterId,
    payload: {
      score: given.score,
      reasons: given.reasons,
      changed: before !== null,
      commented: given.comment !== null,
      at: work.actor.kind === 'screen' ? 'counter' : 'link',
    },
  });
  return presentRating(rating);
}

/** The customer rates a service that has ended: once, and may change it for an hour. */
export const rateTicket = queueCommand({
  name: 'ticket.rate',
  input: rateBody.extend({ ticketId: idSchema }),
  permission: 'ticket.rate',
  locate: (lookup, { ticketId }) => locateTicket(lookup, ticketId),
  async run(work, { ticketId, score, reasons, comment }) {
    const found = await findTicket(work, ticketId);
    if (!found.ok) return found;
    if (work.actor.kind === 'customer' && work.actor.ticketId !== ticketId) return fail('not-found');
    const { status, number } = found.value;
    if (status !== 'completed')
      return fail('wrong-state', { currentState: status, detail: `${number} can be rated when it is completed.` });
    const before = await work.rating(ticketId);
    if (before && !isChangeable(before, work.now))
      return fail('rating-closed', { detail: 'A rating can be changed for an hour.', currentState: status });
    return success(keepRating(work, found.value, before, { score, reasons: reasons ?? [], comment: comment || null }));
  },
});

/** Puts a paired rating device at a counter: once after each pairing, so that no customer can move it. */
export const bindDevice = queueCommand({
  name: 'rating.bindDevice',
  input: bindDeviceBody.extend({ hall: idSchema }),
  permission: 'rating.device',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { counterNumber }) {
    const device = work.actor.kind === 'screen' ? await findDevice(work.tx, work.actor.id) : null;
    if (!device) return fail('no-rating-now', { detail: 'This is not a paired rating device.' });
    const counter = work.config.counters.find((c) => c.number === counterNumber && c.active);
    if (!counter)
      return fail('invalid-input', { errors: [{ path: 'counterNumber', message: 'no such counter in this hall' }] });
    if (device.counterId) return fail('already-done', { detail: 'It stands at a counter. Pair it again to move it.' });
    await saveDevice(work.tx, {
      screenId: device.screenId,
      hallId: work.hallId,
      counterId: counter.id,
      boundAt: work.now,
    });
    work.record({
      kind: 'ratingDevice.bound',
      counterId: counter.id,
      screenId: device.screenId,
      payload: { counter: counter.number },
    });
    return success({ counterNumber });
  },
});

/** A rating given on the device at the counter: only of the customer who was finished there a moment ago. */
export const rateHere = queueCommand({
  name: 'rating.give',
  input: rateHereBody.extend({ hall: idSchema }),
  permission: 'rating.device',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { ticketId, score, reasons }) {
    const device = work.actor.kind === 'screen' ? await findDevice(work.tx, work.actor.id) : null;
    const ticket = device?.counterId ? lastServed(work.state, device.counterId, work.now) : null;
    if (ticket?.id !== ticketId)
      return fail('no-rating-now', { detail: 'Nobody was finished at this counter just now.' });
    if (await work.rating(ticketId)) return fail('rating-closed', { detail: 'This service has been rated.' });
    return success(keepRating(work, ticket, null, { score, reasons: reasons ?? [], comment: null }));
  },
});
