import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { serviceDay } from '@/lib/halls/service-day';
import type { Actor } from '@/lib/staff/actor';
import { presentNotice, presentWeakPoint } from './presenter';
import { listBoard, listUnfinishedOf } from './queries';
import type { WeakPointBoard, WeakPointNotice } from './schema';
import { monthOf } from './weak-point';

/** The board of a month, this one if none is named; the caller has checked who asks. */
export async function loadBoard(house: House, hallId: string, month?: string): Promise<WeakPointBoard> {
  const today = await todayIn(house, hallId);
  const shown = month ?? monthOf(today);
  const points = await listBoard(house.db, hallId, shown);
  return { month: shown, today, items: points.map((point) => presentWeakPoint(point, today)) };
}

/** What a person of the staff is to be told of his weak points in a hall; nothing for programs. */
export async function loadNotice(house: House, hallId: string, actor: Actor): Promise<WeakPointNotice> {
  if (actor.kind !== 'staff') return { items: [] };
  return presentNotice(await listUnfinishedOf(house.db, hallId, actor.id), await todayIn(house, hallId));
}

async function todayIn(house: House, hallId: string): Promise<string> {
  const timeZone = await readState(house, hallId, ({ config }) => config.timeZone);
  if (!timeZone) throw new Error(`There is no hall ${hallId}.`);
  return serviceDay(house.clock.now(), timeZone);
}
