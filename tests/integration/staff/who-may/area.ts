import { issueTicket } from '@/lib/tickets/commands';
import type { BuiltHall } from '@/tests/factories/hall';
import type { buildTestHouse } from '@/tests/factories/house';
import { run } from '@/tests/support/run-command';

export const FLOOR = ['guide', 'floor', 'shiftLead', 'manager', 'admin'];
export const QUEUE = [...FLOOR, 'clerk'];
export const CLERKS = ['clerk', 'shiftLead', 'admin'];
export const LEADS = ['shiftLead', 'manager', 'admin'];
export const MANAGERS = ['manager', 'admin'];
export const NOBODY: string[] = [];

export const system = { kind: 'system' } as const;
export const names = { 'zh-CN': 'x', en: 'x', es: 'x' };
export const text = (words: string) => ({ 'zh-CN': words, en: words, es: words });

let tries = 0;

/** Another number for each try: no two make something of the same name, number or date. */
export function nextTry(): number {
  tries += 1;
  return tries;
}

type TestHouse = ReturnType<typeof buildTestHouse>;

/** A hall in which something is tried. */
export interface Place {
  house: TestHouse;
  hall: BuiltHall;
  /** Ids of what is there once: its complaint, remedy, notice, screen, printer, job, key and leader. */
  known: Record<string, string>;
  /** A new ticket in its queue. */
  ticket(): Promise<{ ticketId: string }>;
  /** An entry of its settings that nobody has made. */
  entry(): { hall: string; code: string; names: typeof names; active: boolean };
}

export function placeIn(house: TestHouse, hall: BuiltHall, known: Record<string, string>): Place {
  return {
    house,
    hall,
    known,
    ticket: async () => ({
      ticketId: (await run(house, system, issueTicket, { hall: hall.id, serviceCode: 'cards' })).id,
    }),
    entry: () => ({ hall: hall.id, code: `c${nextTry()}`, names, active: true }),
  };
}

/** A part of the commands, by their names. */
export interface Area {
  /** Who may, written down a second time: roles, and `customer`, `kiosk`, `display`, `anonymous` for other actors. */
  may: Record<string, string[]>;
  /**
   * What each is tried with: a new ticket, key, screen … for each try, so that one try does not stand in the way of the
   * next. Left out: a new ticket, or for what the house does by itself the hall.
   */
  inputs(place: Place): Record<string, () => object | Promise<object>>;
}
