import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { serviceDay } from '@/lib/halls/service-day';
import { presentWeakPoint } from './presenter';
import { listBoard } from './queries';
import type { WeakPointBoard } from './schema';
import { monthOf } from './weak-point';

/** The board of a month, this one if none is named; the caller has checked who asks. */
export async function loadBoard(house: House, hallId: string, month?: string): Promise<WeakPointBoard> {
  const timeZone = await readState(house, hallId, ({ config }) => config.timeZone);
  if (!timeZone) throw new Error(`There is no hall ${hallId}.`);
  const today = serviceDay(house.clock.now(), timeZone);
  const shown = month ?? monthOf(today);
  const points = await listBoard(house.db, hallId, shown);
  return { month: shown, today, items: points.map((point) => presentWeakPoint(point, today)) };
}
