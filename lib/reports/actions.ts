'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { actorFrom } from '@/lib/auth/identity';
import { execute } from '@/lib/door/execute';
import { type House, house } from '@/lib/door/house';
import { retryDelivery, saveMailing } from './commands';
import { mailingBody } from './schema';

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
const pathOf = (hall: string) => `/manage/${encodeURIComponent(hall)}/reports/mail`;

async function callerOf(open: House) {
  const found = await actorFrom(open, await headers());
  return { actor: found.ok ? found.value : ({ kind: 'anonymous' } as const) };
}

/** Saves a mailing of a hall from its form, and comes back to the page, which says what became of it. */
export async function saveMailingForm(form: FormData): Promise<void> {
  const hall = text(form, 'hall');
  const id = text(form, 'id');
  const [hours = '', minutes = ''] = text(form, 'sendAt').split(':');
  const given = mailingBody.safeParse({
    frequency: text(form, 'frequency'),
    sendAt: hours && minutes ? Number(hours) * 3600 + Number(minutes) * 60 : undefined,
    recipients: text(form, 'recipients')
      .split(/[\s,;]+/)
      .filter(Boolean),
    locale: text(form, 'locale'),
    active: form.get('active') !== null,
  });
  if (!given.success) {
    const field = given.error.issues.some(({ path }) => path[0] === 'recipients') ? 'recipients' : 'other';
    redirect(`${pathOf(hall)}?bad=${field}`);
  }
  const open = house();
  const saved = await execute(open, await callerOf(open), saveMailing, { hall, ...(id ? { id } : {}), ...given.data });
  redirect(saved.ok ? `${pathOf(hall)}?saved=${saved.value.id}` : `${pathOf(hall)}?failed=${saved.failure.code}`);
}

/** Tries once more to send a report. */
export async function retryDeliveryForm(form: FormData): Promise<void> {
  const hall = text(form, 'hall');
  const open = house();
  const done = await execute(open, await callerOf(open), retryDelivery, { deliveryId: text(form, 'delivery') });
  redirect(done.ok ? pathOf(hall) : `${pathOf(hall)}?failed=${done.failure.code}`);
}
