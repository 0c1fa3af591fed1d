'use server';

import { cookies } from 'next/headers';
import { isLocale, localeCookie } from './config';

const yearSeconds = 365 * 24 * 60 * 60;

/** Keeps the language a person chose, on this device, for a year. What is no language here is ignored. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get('locale');
  if (!isLocale(locale)) return;
  (await cookies()).set(localeCookie, locale, { path: '/', sameSite: 'lax', maxAge: yearSeconds });
}
