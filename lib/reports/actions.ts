'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { actorFrom } from '@/lib/auth/identity';
import type { ErrorCode } from '@/lib/core/errors';
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

/** What was typed into the form of a mailing, as text. */
export interface MailingTyped {
  frequency: string;
  sendAt: string;
  recipients: string;
  locale: string;
  active: boolean;
}

/** Why a mailing was not saved, with what was typed: nobody types addresses twice. */
export interface MailingAnswer {
  /** Rises with each refusal, so that the form is drawn anew. */
  tries: number;
  typed?: MailingTyped;
  /** The field to correct. */
  bad?: keyof MailingTyped;
  failed?: ErrorCode;
}

/** Saves a mailing of a hall from its form: comes back to the page, or says what is wrong. */
export async function saveMailingForm({ tries }: MailingAnswer, form: FormData): Promise<MailingAnswer> {
  const hall = text(form, 'hall');
  const id = text(form, 'id');
  const typed: MailingTyped = {
    frequency: text(form, 'frequency'),
    sendAt: text(form, 'sendAt'),
    recipients: text(form, 'recipients'),
    locale: text(form, 'locale'),
    active: form.get('active') !== null,
  };
  const [hours = '', minutes = ''] = typed.sendAt.split(':');
  const given = mailingBody.safeParse({
    ...typed,
    sendAt: hours && minutes ? Number(hours) * 3600 + Number(minutes) * 60 : undefined,
    recipients: typed.recipients.split(/[\s,;]+/).filter(Boolean),
  });
  if (!given.success) {
    const bad = given.error.issues[0]?.path[0] as keyof MailingTyped;
    return { tries: tries + 1, typed, bad };
  }
  const open = house();
  const saved = await execute(open, await callerOf(open), saveMailing, { hall, ...(id ? { id } : {}), ...given.data });
  if (!saved.ok) return { tries: tries + 1, typed, failed: saved.failure.code };
  redirect(`${pathOf(hall)}?saved=${saved.value.id}`);
}

/** Tries once more to send a report. */
export async function retryDeliveryForm(form: FormData): Promise<void> {
  const hall = text(form, 'hall');
  const open = house();
  const done = await execute(open, await callerOf(open), retryDelivery, { deliveryId: text(form, 'delivery') });
  redirect(done.ok ? pathOf(hall) : `${pathOf(hall)}?failed=${done.failure.code}`);
}
