import { expect, it } from 'vitest';
import { bookSlot } from '@/lib/bookings/commands';
import { fixedClock } from '@/lib/core/clock';
import { execute } from '@/lib/door/execute';
import { buildHouse, type House } from '@/lib/door/house';
import { openDatabase } from '@/lib/platform/db/client';
import { buildHall, hallDefinition } from '@/tests/factories/hall';
import { testDatabaseUrl, testProvider } from '@/tests/support/test-database';

it('goes to exactly one of fifty people who ask at the same moment, on all servers', async () => {
  const url = await testDatabaseUrl();
  const count = testProvider() === 'postgresql' ? 2 : 1;
  const houses: House[] = [];
  for (let i = 0; i < count; i += 1)
    houses.push(
      buildHouse({
        db: await openDatabase(url, { pool: 8 }),
        shared: count > 1,
        clock: { now: fixedClock(new Date('2026-03-02T01:00:00Z')).now },
        secret: 'a secret of thirty-two characters',
      }),
    );
  const server = (i: number) => houses[i % count] as House;
  const [cards] = hallDefinition().services ?? [];
  if (!cards) throw new Error('The hall has no service.');
  const perHour = Array.from({ length: 7 }, () => Array<number>(24).fill(1));
  const hall = await buildHall(server(0), {
    bookings: true,
    bookingWalkInShare: 0,
    services: [{ ...cards, bookable: { slotMinutes: 60, perHour } }],
    counters: [],
  });
  // Today's last place, whose number comes from the hall's memory, and tomorrow's, whose number comes from the database.
  for (const at of ['2026-03-02T07:00:00.000Z', '2026-03-03T07:00:00.000Z']) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        execute(server(i), { actor: { kind: 'anonymous' } }, bookSlot, {
          hall: hall.id,
          serviceCode: 'cards',
          at,
          device: `${at} ${i}`,
        }),
      ),
    );
    const codes = answers.map((answer) => (answer.ok ? 'booked' : answer.failure.code));
    expect(codes.filter((code) => code === 'booked')).toHaveLength(1);
    expect(codes.filter((code) => code === 'slot-full')).toHaveLength(49);
    expect(await server(0).db.booking.count({ where: { slotAt: new Date(at) } })).toBe(1);
    expect(await server(0).db.ticket.count({ where: { bookedFor: new Date(at) } })).toBe(1);
  }
  for (const house of houses) await house.db.$disconnect();
});
