import { fixedClock } from '@/lib/core/clock';
import { buildHouse, type House } from '@/lib/door/house';
import type { Database } from '@/lib/platform/db/client';

/** A house of its own on a test's database, whose time stands still until the test moves it. */
export function buildTestHouse(
  db: Database,
  at = '2026-03-02T02:00:00Z',
): House & { setTime(at: Date | string): void } {
  const clock = { now: fixedClock(new Date(at)).now };
  const house = buildHouse({ db, shared: false, clock, secret: 'a secret of thirty-two characters' });
  return Object.assign(house, {
    setTime(next: Date | string) {
      clock.now = fixedClock(new Date(next)).now;
    },
  });
}
