import type { House } from '@/lib/door/house';

let made = 0;

/** A receiver of a hall and a message to it that was given up, as rows: their ids. */
export async function noticeRows(house: House, hall: { id: string; slug: string }) {
  const at = house.clock.now();
  const webhook = await house.db.webhook.create({
    data: {
      id: `webhook-${hall.slug}-${++made}`,
      hallId: hall.id,
      name: `Receiver ${made}`,
      url: 'https://receiver.example/notices',
      events: ['ticket.called'],
      active: false,
      secretMadeAt: at,
      createdAt: at,
      createdBy: 'system',
    },
  });
  const letter = await house.db.noticeDelivery.create({
    data: {
      id: `letter-${hall.slug}-${made}`,
      hallId: hall.id,
      channel: 'webhook',
      targetId: webhook.id,
      ticketId: 'a-ticket',
      event: 'ticket.called',
      occurrence: `${made}`,
      facts: { number: 'A001' },
      state: 'dead',
      attempts: 8,
      dueAt: at,
      createdAt: at,
      endedAt: at,
    },
  });
  return { webhook: webhook.id, letter: letter.id };
}

/** What a browser sends to be told: its keys are of a pair that nobody has, which is enough to be kept. */
export const PUSH_SUBSCRIPTION = {
  endpoint: 'https://push.example/a-browser',
  keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) },
};
