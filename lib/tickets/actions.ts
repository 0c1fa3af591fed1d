'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { takeFrom } from '@/lib/api/limits';
import { seal } from '@/lib/auth/seal';
import { fail, type Result } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { house } from '@/lib/door/house';
import { forgetPhone, leavePhone } from '@/lib/notices/commands';
import { phoneBody } from '@/lib/notices/schema';
import { clientAddress } from '@/lib/platform/client-address';
import { rateTicket } from '@/lib/ratings/commands';
import { RATING_REASONS } from '@/lib/ratings/rating';
import { DOOR_COOKIE, isDoorCode } from '@/lib/remote/door-code';
import { cancelTicket, checkInTicket, postponeTicket } from './commands';
import { findCustomer } from './queries';

/**
 * What a customer does with his own ticket, from the forms of its page; works without script. `deed` says what; leads
 * back to the page, with why not where it was refused.
 */
export async function doWithMyTicket(form: FormData): Promise<void> {
  const open = house();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const token = text('token');
  const back = (problem?: string): never =>
    redirect(`/t/${encodeURIComponent(token)}${problem ? `?problem=${encodeURIComponent(problem)}` : ''}`);
  const address = clientAddress(await headers());
  if ((await takeFrom(open, 'privatePage', address)) !== null) return back('rate-limited');
  const mine = await findCustomer(open, token);
  if (!mine) return back();
  const { ticketId, actor } = mine;
  const shown = (await cookies()).get(DOOR_COOKIE)?.value;
  const atDoor = () => isDoorCode(open.secret, actor.hallId, shown, open.clock.now());
  const deeds: Record<string, () => Promise<Result<unknown>>> = {
    'check-in': () => execute(open, mine, checkInTicket, { ticketId, atDoor: atDoor() }),
    'take-now': () => execute(open, mine, checkInTicket, { ticketId, atDoor: atDoor(), takeNow: true }),
    postpone: () => execute(open, mine, postponeTicket, { ticketId }),
    cancel: () => execute(open, mine, cancelTicket, { ticketId, reason: text('reason') }),
    rate: () =>
      execute(open, mine, rateTicket, {
        ticketId,
        score: Number(text('score')),
        reasons: RATING_REASONS.filter((reason) => form.getAll('reasons').includes(reason)),
        // A form sends the end of a line as two signs, and counts it as one.
        ...(text('comment') ? { comment: text('comment').replaceAll('\r\n', '\n') } : {}),
      }),
    'leave-phone': async () => {
      const said = phoneBody.safeParse({ phone: text('phone') });
      if (!said.success) return back('phone');
      if ((await takeFrom(open, 'remoteTicket', address)) !== null) return fail('rate-limited');
      const sealed = seal(open.secret, `phone:${ticketId}`, said.data.phone);
      return execute(open, mine, leavePhone, { ticketId, sealed });
    },
    'forget-phone': () => execute(open, mine, forgetPhone, { ticketId }),
  };
  const done = Object.hasOwn(deeds, text('deed')) ? await deeds[text('deed')]?.() : undefined;
  return back(done && !done.ok ? done.failure.code : undefined);
}
