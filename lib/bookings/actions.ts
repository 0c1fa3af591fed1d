'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { takeFrom } from '@/lib/api/limits';
import { actorFrom } from '@/lib/auth/identity';
import type { Caller } from '@/lib/door/command';
import { execute } from '@/lib/door/execute';
import { type House, house } from '@/lib/door/house';
import { clientAddress } from '@/lib/platform/client-address';
import { env } from '@/lib/platform/env';
import { DEVICE_COOKIE, DEVICE_SECONDS, deviceMark, newDevice } from '@/lib/remote/device';
import { cancelTicket, checkInTicket } from '@/lib/tickets/commands';
import { findCustomer } from '@/lib/tickets/queries';
import { ticketToken } from '@/lib/tickets/token';
import { bookSlot, moveBooking } from './commands';

const textOf = (form: FormData) => (name: string) => String(form.get(name) ?? '').trim();

function pageOf(hall: string, query: Record<string, string>): string {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return `/halls/${encodeURIComponent(hall)}/book?${new URLSearchParams(given)}`;
}

/** Books the slot that was chosen on the hall's page; works without script. Leads to the ticket, or back with why not. */
export async function bookTime(form: FormData): Promise<void> {
  const open = house();
  const text = textOf(form);
  const [hall, service, day] = [text('hall'), text('service'), text('day')];
  const back = (problem: string): never => redirect(pageOf(hall, { service, day, problem }));
  if ((await takeFrom(open, 'remoteTicket', clientAddress(await headers()))) !== null) return back('rate-limited');
  const jar = await cookies();
  const known = jar.get(DEVICE_COOKIE)?.value;
  const device = known && deviceMark(open.secret, known) ? known : newDevice();
  const name = text('name');
  const caller = await callerOf(open);
  // Staff book for many customers on one device.
  const forOthers = caller.actor.kind === 'staff';
  const booked = await execute(open, caller, bookSlot, {
    hall,
    serviceCode: service,
    at: text('at'),
    locale: await getLocale(),
    device: forOthers ? undefined : (deviceMark(open.secret, device) ?? undefined),
    ...(name ? { customer: { name } } : {}),
  });
  if (!booked.ok) return back(booked.failure.code);
  if (!forOthers)
    jar.set(DEVICE_COOKIE, device, {
      httpOnly: true,
      sameSite: 'lax',
      secure: env().BASE_URL?.startsWith('https://') ?? false,
      path: '/',
      maxAge: DEVICE_SECONDS,
    });
  redirect(`/t/${ticketToken(open.secret, booked.value.id)}`);
}

/** Moves or cancels one's own booking. */
export async function changeMyBooking(form: FormData): Promise<void> {
  const open = house();
  const text = textOf(form);
  const [hall, token, day] = [text('hall'), text('token'), text('day')];
  const back = (problem: string): never => redirect(pageOf(hall, { change: token, day, problem }));
  if ((await takeFrom(open, 'remoteTicket', clientAddress(await headers()))) !== null) return back('rate-limited');
  const mine = await findCustomer(open, token);
  if (!mine) return back('not-found');
  const { ticketId } = mine;
  const done =
    text('deed') === 'cancel'
      ? await execute(open, mine, cancelTicket, { ticketId, reason: 'another-day' })
      : await execute(open, mine, moveBooking, { ticketId, at: text('at') });
  if (!done.ok) return back(done.failure.code);
  redirect(`/t/${token}`);
}

/** Checks a booked customer in at the desk; back to the list, with why not where it was refused. */
export async function checkInBooking(form: FormData): Promise<void> {
  const open = house();
  const text = textOf(form);
  const done = await execute(open, await callerOf(open), checkInTicket, { ticketId: text('ticket') });
  const list = `/desk/${encodeURIComponent(text('hall'))}/bookings`;
  redirect(done.ok ? list : `${list}?problem=${done.failure.code}`);
}

async function callerOf(open: House): Promise<Caller> {
  const found = await actorFrom(open, await headers());
  return { actor: found.ok ? found.value : { kind: 'anonymous' } };
}
