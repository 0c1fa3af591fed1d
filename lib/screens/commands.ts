import { z } from 'zod';
import { pairingCode, pairingHash, screenToken, secretHash } from '@/lib/auth/secrets';
import { addSeconds, secondsBetween } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { isPending } from '@/lib/deadlines/queries';
import { queueCommand, settingsCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { SettingsWork } from '@/lib/door/settings-work';
import type { Work } from '@/lib/door/work';
import { silentDueAt } from '@/lib/machines/steps';
import { idSchema } from '@/lib/tickets/schema';
import { findPairing, findScreen, isZoneOf, listWatched, locateScreen } from './queries';
import { insertScreen, revokeScreenRow, savePaired, savePairing, updateScreen } from './repository';
import { createScreenBody, pairScreenBody } from './schema';
import { LEAST_SILENT_SECONDS, PAIRING_SECONDS } from './screen';

const screenInput = z.strictObject({ screenId: idSchema });

/** A new device of a hall, and the code to type on it. */
export const createScreen = settingsCommand({
  name: 'screen.create',
  input: createScreenBody.extend({ hall: idSchema }),
  permission: 'screen.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { kind, name, zoneId = null }) {
    const id = work.newId();
    const hallId = work.hallId as string;
    if (zoneId !== null && !(await isZoneOf(work.tx, hallId, zoneId)))
      return fail('invalid-input', { errors: [{ path: 'zoneId', message: 'no such zone in this hall' }] });
    await insertScreen(work.tx, { id, hallId, kind, name, zoneId, createdAt: work.now });
    await work.audit('screen.create', `screen:${id}`, null, { kind, name, zoneId });
    return offerCode(work, id);
  },
});

/** Another code for a device, when the first has expired or the device was replaced. */
export const offerPairing = settingsCommand({
  name: 'screen.offerPairing',
  input: screenInput,
  permission: 'screen.manage',
  locate: ({ db }, { screenId }) => locateScreen(db, screenId),
  async run(work, { screenId }) {
    const screen = await findScreen(work.tx, screenId);
    if (!screen || screen.revokedAt) return fail('not-found', { detail: 'This screen was removed.' });
    await work.audit('screen.offerPairing', `screen:${screenId}`, null, null);
    return offerCode(work, screenId);
  },
});

async function offerCode(work: SettingsWork, screenId: string) {
  const madeAt = work.now.toISOString();
  await savePairing(work.tx, screenId, {
    pairingHash: pairingHash(work.secret, pairingCode(work.secret, screenId, madeAt)),
    pairingExpires: addSeconds(work.now, PAIRING_SECONDS),
  });
  const screen = await findScreen(work.tx, screenId);
  // The code itself is not kept with the answer: the door adds it, from the moment at which it was made.
  return screen ? success({ ...screen, codeMadeAt: madeAt }) : fail('not-found');
}

/** The device gives its code and becomes known. Wrong and expired codes look the same: `wrong-credentials`. */
export const pairScreen = settingsCommand({
  name: 'screen.pair',
  input: pairScreenBody,
  permission: 'screen.pair',
  locate: async () => success(null),
  async run(work, { code }) {
    const screen = await findPairing(work.tx, pairingHash(work.secret, code));
    if (!screen?.pairingExpires || screen.pairingExpires <= work.now)
      return fail('wrong-credentials', { detail: 'This code is wrong or has expired.' });
    const pairedAt = work.now.toISOString();
    await savePaired(work.tx, screen.id, secretHash(screenToken(work.secret, screen.id, pairedAt)), work.now);
    await work.audit('screen.pair', `screen:${screen.id}`, null, { kind: screen.kind, name: screen.name });
    work.changeAccess({ ref: `screen:${screen.id}` });
    // Not heard of for long enough, it is missed: the hall's own time is asked when that moment comes.
    await work.setDeadline(screen.hallId, 'screen.silentDue', screen.id, addSeconds(work.now, LEAST_SILENT_SECONDS));
    return success({ screenId: screen.id, hallId: screen.hallId, hall: screen.slug, kind: screen.kind, pairedAt });
  },
});

export const revokeScreen = settingsCommand({
  name: 'screen.revoke',
  input: screenInput,
  permission: 'screen.manage',
  locate: ({ db }, { screenId }) => locateScreen(db, screenId),
  async run(work, { screenId }) {
    await revokeScreenRow(work.tx, screenId, work.now);
    await work.audit('screen.revoke', `screen:${screenId}`, null, null);
    work.changeAccess({ ref: `screen:${screenId}` });
    const screen = await findScreen(work.tx, screenId);
    if (!screen) return fail('not-found');
    work.record({ kind: 'screen.removed', screenId, payload: { kind: screen.kind, name: screen.name } });
    return success(screen);
  },
});

/** Somebody wants a screen loaded anew. It is told until another page of it is heard, also when it is away just now. */
export const reloadScreen = settingsCommand({
  name: 'screen.reload',
  input: screenInput,
  permission: 'screen.oversee',
  locate: ({ db }, { screenId }) => locateScreen(db, screenId),
  async run(work, { screenId }) {
    const screen = await findScreen(work.tx, screenId);
    if (!screen || screen.revokedAt) return fail('not-found', { detail: 'This screen was removed.' });
    await updateScreen(work.tx, screenId, { reloadAskedAt: work.now });
    work.record({ kind: 'screen.reloadAsked', screenId, payload: { kind: screen.kind, name: screen.name } });
    await work.audit('screen.reload', `screen:${screenId}`, null, null);
    return success({ ...screen, reloadAskedAt: work.now.toISOString() });
  },
});

/**
 * The house hears from screens after a while, or from another page of one: whoever was silent is not any more, and a
 * page that was loaded anew has done what was asked.
 */
export const hearScreens = queueCommand({
  name: 'screen.hear',
  input: z.strictObject({
    hall: idSchema,
    screens: z.array(
      z.strictObject({ id: idSchema, page: z.string().max(100), build: z.string().max(100).nullable() }),
    ),
  }),
  permission: 'house.duty',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { screens }) {
    const known = await listWatched(
      work.tx,
      screens.map(({ id }) => id),
    );
    for (const { id, page, build } of screens) {
      const screen = known.find((one) => one.id === id && one.hallId === work.hallId);
      if (!screen) continue;
      const about = { kind: screen.kind, name: screen.name };
      const reloaded = screen.reloadAskedAt !== null && screen.pageId !== null && screen.pageId !== page;
      await updateScreen(work.tx, id, {
        lastSeenAt: work.now,
        pageId: page,
        build,
        silentAt: null,
        ...(reloaded ? { reloadAskedAt: null, reloadedAt: work.now } : {}),
      });
      if (screen.silentAt)
        work.record({
          kind: 'screen.heard',
          screenId: id,
          zoneId: screen.zoneId,
          payload: { ...about, silentSeconds: secondsBetween(screen.lastSeenAt ?? screen.silentAt, work.now) },
        });
      if (reloaded) work.record({ kind: 'screen.reloaded', screenId: id, zoneId: screen.zoneId, payload: about });
      if (screen.silentAt || !(await isPending(work.tx, work.hallId, 'screen.silentDue', id)))
        await work.setDeadline('screen.silentDue', id, silentDueAt(work, work.now, work.config.screenSilentSeconds));
      else work.wrote();
    }
    return success(null);
  },
});

/** A screen was not heard of for too long: shown to the floor and the shift lead, once. Driven by time alone. */
export async function meetScreenSilence(work: Work, { subjectId }: Deadline): Promise<void> {
  const [screen] = await listWatched(work.tx, [subjectId]);
  if (!screen?.pairedAt || screen.silentAt) return;
  const due = silentDueAt(work, screen.lastSeenAt ?? screen.pairedAt, work.config.screenSilentSeconds);
  if (due > work.now) return work.setDeadline('screen.silentDue', subjectId, due);
  await updateScreen(work.tx, subjectId, { silentAt: work.now });
  work.record({
    kind: 'screen.silent',
    screenId: subjectId,
    zoneId: screen.zoneId,
    payload: { kind: screen.kind, name: screen.name },
  });
}
