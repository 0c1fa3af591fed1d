import { createEvent } from 'ics';

/** A booking as a calendar keeps it: texts in the customer's language, instants UTC. */
export interface CalendarEntry {
  /** The same for every version of the entry. */
  uid: string;
  at: Date;
  minutes: number;
  title: string;
  description: string;
  location: string;
  url: string;
  remindMinutes: number;
}

/** The entry as an iCalendar file; what cannot be written as one is a fault of the house. */
export function calendarFile({ at, minutes, remindMinutes, ...entry }: CalendarEntry): string {
  const { value, error } = createEvent({
    ...entry,
    start: at.getTime(),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes },
    productId: 'hall/bookings',
    status: 'CONFIRMED',
    busyStatus: 'BUSY',
    alarms: [{ action: 'display', description: entry.title, trigger: { minutes: remindMinutes, before: true } }],
  });
  if (!value) throw error ?? new Error('The calendar entry is empty.');
  return value;
}
