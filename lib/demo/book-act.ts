import { bookSlot } from '@/lib/bookings/commands';
import { addSeconds } from '@/lib/core/clock';
import type { DemoAct } from './act';

/** Services that people book in the demo, with the length of their slots in minutes. */
const BOOKED = [
  ['plans', 10],
  ['broadband', 30],
] as const;

/** Some customers call the hotline every hour and book a time later that day; most of them come. */
export const bookAct: DemoAct = {
  touchpoint: 'arrive',
  async play(stage) {
    for (const { at, chance } of stage.occasions('booking', 5)) {
      const [serviceCode, minutes] = BOOKED[chance('service') < 0.7 ? 0 : 1];
      const earliest = addSeconds(at, 1200 + 4800 * chance('lead')).getTime();
      const slot = Math.ceil(earliest / (minutes * 60_000)) * minutes * 60_000;
      await stage.as('hotline', bookSlot, { hall: stage.hallId, serviceCode, at: new Date(slot).toISOString() });
    }
  },
};
