'use server';

import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { askLimit, takeFrom } from '@/lib/api/limits';
import { expiredSessionCookie } from '@/lib/auth/identity';
import { signIn as checkSignIn, revokeSession } from '@/lib/auth/sign-in';
import type { ErrorCode } from '@/lib/core/errors';
import { DEMO_PASSWORD } from '@/lib/demo/demo-staff';
import { execute } from '@/lib/door/execute';
import { house } from '@/lib/door/house';
import { clientAddress } from '@/lib/platform/client-address';
import { env } from '@/lib/platform/env';
import { createAdministrator } from './commands';
import { loadActor } from './loaders';
import { returnPath } from './return-path';
import { signInBody } from './schema';

export type SignInState = {
  code?: ErrorCode;
  retryAfterSeconds?: number;
  missing?: { username: boolean; password: boolean };
  /** Given back, so that a person corrects one letter instead of typing all of it again. Never the password. */
  username?: string;
};

/** Fields `username`, `password`, `next`. Goes to `next` when the password is right. */
export async function signIn(_: SignInState, form: FormData): Promise<SignInState> {
  const given = { username: form.get('username'), password: form.get('password') };
  const username = typeof given.username === 'string' ? given.username.slice(0, 200) : '';
  const body = signInBody.safeParse(given);
  if (!body.success) return { missing: { username: !given.username, password: !given.password }, username };
  const from = await headers();
  const address = clientAddress(from);
  // The same limits as at the API: whoever is slowed down there must not go on here.
  const pause = (await takeFrom(house(), 'signIn', address)) ?? (await askLimit(house(), 'failedSignIn', address));
  if (pause !== null) return { code: 'rate-limited', username };
  const done = await checkSignIn(house(), body.data, from);
  if (!done.ok) {
    const { code, retryAfterSeconds } = done.failure;
    if (code === 'wrong-credentials') await takeFrom(house(), 'failedSignIn', address);
    return { code, retryAfterSeconds, username };
  }
  await keepCookies(done.value.cookies);
  redirect(returnPath(form.get('next')));
}

export type SetupState = {
  code?: ErrorCode;
  /** Which fields do not fit. */
  wrong?: { name: boolean; username: boolean; password: boolean };
  name?: string;
  username?: string;
};

/** Fields `name`, `username`, `password`. Makes the first administrator, signs in with it and goes to the doorway. */
export async function setUp(_: SetupState, form: FormData): Promise<SetupState> {
  const text = (field: string) => String(form.get(field) ?? '');
  const [name, username, password] = [text('name'), text('username'), text('password')];
  const pause = await takeFrom(house(), 'signIn', clientAddress(await headers()));
  if (pause !== null) return { code: 'rate-limited', name: name.slice(0, 200), username: username.slice(0, 200) };
  const locale = await getLocale();
  const actor = { kind: 'anonymous' } as const;
  const made = await execute(house(), { actor }, createAdministrator, { name, username, password, locale });
  if (!made.ok) {
    const { code, errors = [] } = made.failure;
    const isWrong = (field: string) => errors.some(({ path }) => path === field);
    const wrong = { name: isWrong('name'), username: isWrong('username'), password: isWrong('password') };
    return { code, wrong, name: name.slice(0, 200), username: username.slice(0, 200) };
  }
  form.set('next', '/');
  return signIn({}, form);
}

/** One tap on an account of the demonstration. Nothing happens where the server is no demonstration. */
export async function signInToDemo(form: FormData): Promise<void> {
  if (!env().DEMO) return;
  form.set('password', DEMO_PASSWORD);
  await signIn({}, form);
}

/** Ends this session, here and on the server. */
export async function signOut(): Promise<void> {
  const actor = await loadActor();
  if (actor.kind === 'staff') await revokeSession(house(), actor, actor.sessionId);
  await keepCookies([await expiredSessionCookie(house())]);
  redirect('/');
}

/** What the auth library wants to be kept, in Next's way; Next encodes the value, which is encoded already. */
async function keepCookies(lines: string[]): Promise<void> {
  const kept = await cookies();
  for (const line of lines) {
    for (const [name, cookie] of parseSetCookieHeader(line)) {
      kept.set(name, decodeURIComponent(cookie.value), toCookieOptions(cookie));
    }
  }
}
