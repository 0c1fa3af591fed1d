import { rateTicket } from '@/lib/ratings/commands';
import type { RatingReason } from '@/lib/ratings/rating';
import type { DemoAct } from './act';
import { pick } from './chance';

const PRAISE: readonly (readonly [RatingReason, number])[] = [
  ['friendliness', 4],
  ['competence', 3],
  ['speed', 3],
  ['result', 2],
];
const BLAME: readonly (readonly [RatingReason, number])[] = [
  ['wait', 6],
  ['speed', 2],
  ['result', 2],
  ['environment', 1],
];

/** Two in five customers rate within the minute after they were served; who waited long is less pleased. */
export const leaveAct: DemoAct = {
  touchpoint: 'leave',
  async play(stage) {
    const leaving = await stage.read((state) =>
      [...state.tickets.values()]
        .filter((t) => t.status === 'completed' && stage.chance(t.id, 'rates') < 0.4)
        .filter((t) => stage.passed(t.completedAt, 15 + 60 * stage.chance(t.id, 'rates after')))
        .map(({ id, visitId, limitsCrossed }) => ({ id, visitId, limitsCrossed })),
    );
    for (const ticket of leaving) {
      const mood = stage.chance(ticket.id, 'mood') - (ticket.limitsCrossed > 0 ? 0.25 : 0);
      const score = mood > 0.35 ? 5 : mood > 0.1 ? 4 : mood > 0 ? 3 : mood > -0.15 ? 2 : 1;
      const reason = pick(score >= 4 ? PRAISE : BLAME, stage.chance(ticket.id, 'why'));
      await stage.asCustomer(ticket, rateTicket, { ticketId: ticket.id, score, reasons: [reason] });
    }
  },
};
