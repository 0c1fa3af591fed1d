import { describe, expect, it } from 'vitest';
import { bookedPlace, bookingTimes } from '@/lib/bookings/booking-times';

const rules = {
  timeZone: 'Asia/Kolkata',
  bookingEarlyMinutes: 15,
  bookingLateMinutes: 10,
  bookingLapseMinutes: 30,
  bookingReminderMinutes: 60,
  bookingChangeMinutes: 45,
};
const at = (clock: string) => new Date(`2026-03-02T${clock}:00Z`);
const text = (instant: Date) => instant.toISOString().slice(11, 16);

describe('the times of a booking', () => {
  it('are what the rules make of the booked one', () => {
    const times = Object.entries(bookingTimes(at('15:00'), rules)).map(([name, instant]) => [name, text(instant)]);
    expect(Object.fromEntries(times)).toEqual({
      checkInFrom: '14:45',
      onTimeUntil: '15:10',
      lapsesAt: '15:30',
      changeUntil: '14:15',
      remindAt: '14:00',
    });
    // Midnight in the hall is 18:30: whoever is booked for ten past checks in with his own day.
    expect(text(bookingTimes(at('18:40'), rules).checkInFrom)).toBe('18:30');
    expect(text(bookingTimes(at('18:30'), rules).checkInFrom)).toBe('18:30');
    expect(text(bookingTimes(at('18:50'), rules).checkInFrom)).toBe('18:35');
    // A booking never lapses while its customer is on time.
    expect(text(bookingTimes(at('15:00'), { ...rules, bookingLapseMinutes: 5 }).lapsesAt)).toBe('15:10');
  });
});

describe('the place of a booked customer', () => {
  const booked = { bookedFor: at('15:00'), creditSeconds: 600 };
  it.each([
    { now: '14:30', place: '14:28', why: 'too early: as one who has just come, with the credit of his needs' },
    { now: '14:45', place: '14:50', why: 'on time: the booked time with the credit of booked customers' },
    { now: '15:00', place: '14:50', why: 'on time' },
    { now: '15:10', place: '14:50', why: 'still on time' },
    { now: '15:11', place: '15:09', why: 'late: as one who has just come' },
    { now: '15:29', place: '15:27', why: 'late' },
  ])('at $now is $place ($why)', ({ now, place }) => {
    expect(text(bookedPlace(booked, at(now), rules, 120))).toBe(place);
  });
});
