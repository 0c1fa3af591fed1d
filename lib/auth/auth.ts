import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { username } from 'better-auth/plugins/username';
import { systemClock } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import type { House } from '@/lib/door/house';
import { CLIENT_ADDRESS_HEADER } from '@/lib/platform/client-address';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/logging';
import { perHouse } from '@/lib/platform/per-house';

/** A session lasts a long shift; whoever comes back the next day signs in again. */
export const SESSION_SECONDS = 16 * 3600;

/**
 * The auth library over the house's tables: it hashes passwords, makes sessions, signs and checks their cookie. Its own
 * routes are not mounted: sign-in goes through sign-in.ts, which adds lock-out and audit. Sessions follow the real
 * clock, also where a test or replay sets the house's.
 */
export function auth(house: House) {
  return perHouse(house, 'auth', () => build(house));
}

function build(house: House) {
  const { BASE_URL } = env();
  return betterAuth({
    appName: 'business-hall',
    secret: house.secret,
    baseURL: BASE_URL ?? 'http://localhost',
    // Both clients have one shape; what the adapter does differently for PostgreSQL (lists, search without regard to
    // case) these tables do not use.
    database: prismaAdapter(house.db, { provider: 'sqlite' }),
    user: { modelName: 'staff' },
    session: { modelName: 'staffSession', expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    account: { modelName: 'staffAccount' },
    verification: { modelName: 'staffVerification' },
    emailAndPassword: { enabled: true, disableSignUp: true, autoSignIn: false },
    plugins: [username({ minUsernameLength: 1, maxUsernameLength: 200, usernameValidator: () => true })],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      log: (level, message) => {
        if (level === 'error') log().error({ part: 'auth' }, message);
      },
    },
    advanced: {
      cookiePrefix: 'hall',
      useSecureCookies: BASE_URL?.startsWith('https://') ?? false,
      database: { generateId: () => newId(systemClock.now()) },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
  });
}
