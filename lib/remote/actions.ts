'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { takeFrom } from '@/lib/api/limits';
import { execute } from '@/lib/door/execute';
import { house } from '@/lib/door/house';
import { clientAddress } from '@/lib/platform/client-address';
import { env } from '@/lib/platform/env';
import { issueTicket } from '@/lib/tickets/commands';
import { ticketToken } from '@/lib/tickets/token';
import { DEVICE_COOKIE, DEVICE_SECONDS, deviceMark, newDevice } from './device';

/** A number by phone, from the form of the hall's page; works without script. Leads to the ticket, or back with why not. */
export async function takeNumber(form: FormData): Promise<void> {
  const open = house();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const hall = text('hall');
  const serviceCode = text('service');
  const back = (problem: string): never =>
    redirect(`/halls/${encodeURIComponent(hall)}?problem=${problem}&service=${encodeURIComponent(serviceCode)}#join`);

  if ((await takeFrom(open, 'remoteTicket', clientAddress(await headers()))) !== null) back('rate-limited');
  const jar = await cookies();
  const known = jar.get(DEVICE_COOKIE)?.value;
  const device = known && deviceMark(open.secret, known) ? known : newDevice();
  const [name, phone] = [text('name'), text('phone')];
  const issued = await execute(open, { actor: { kind: 'anonymous' } }, issueTicket, {
    hall,
    serviceCode,
    channel: 'phone',
    locale: await getLocale(),
    device: deviceMark(open.secret, device) ?? undefined,
    ...(name || phone ? { customer: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
  });
  if (!issued.ok) return back(issued.failure.code);
  jar.set(DEVICE_COOKIE, device, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().BASE_URL?.startsWith('https://') ?? false,
    path: '/',
    maxAge: DEVICE_SECONDS,
  });
  redirect(`/t/${ticketToken(open.secret, issued.value.id)}`);
}
