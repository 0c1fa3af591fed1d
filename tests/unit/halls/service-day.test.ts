import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTime } from '@/lib/halls/service-day';

const zones = ['Asia/Shanghai', 'Europe/Madrid', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC'];

test('the wall clock is what the platform shows, whatever was asked before', () => {
  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  const asked = fc.record({
    at: instant,
    zone: fc.constantFrom(...zones),
    aside: fc.integer({ min: -90_000, max: 90_000 }),
  });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 8 }), (questions) => {
      for (const { at, zone, aside } of questions)
        for (const moment of [at, new Date(at.getTime() + aside)]) {
          const { day, secondOfDay, weekday } = localTime(moment, zone);
          const clock = new Date(secondOfDay * 1000).toISOString().slice(11, 19);
          const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
          expect(`${day} ${clock}`).toBe(shown.format(moment));
          expect(weekday).toBe((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7);
        }
    }),
  );
});
