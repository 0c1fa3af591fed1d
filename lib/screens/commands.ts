import { z } from 'zod';
import { pairingCode, pairingHash, screenToken, secretHash } from '@/lib/auth/secrets';
import { addSeconds } from '@/lib/core/clock';
import { fail, success } from '@/lib/core/result';
import { settingsCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { SettingsWork } from '@/lib/door/settings-work';
import { idSchema } from '@/lib/tickets/schema';
import { findPairing, findScreen, locateScreen } from './queries';
import { insertScreen, revokeScreenRow, savePaired, savePairing } from './repository';
import { createScreenBody, pairScreenBody } from './schema';
import { PAIRING_SECONDS } from './screen';

const screenInput = z.strictObject({ screenId: idSchema });

/** A new device of a hall, and the code to type on it. */
export const createScreen = settingsCommand({
  name: 'screen.create',
  input: createScreenBody.extend({ hall: idSchema }),
  permission: 'screen.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { kind, name }) {
    const id = work.newId();
    const hallId = work.hallId as string;
    await insertScreen(work.tx, { id, hallId, kind, name, createdAt: work.now });
    await work.audit('screen.create', `screen:${id}`, null, { kind, name });
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
    return screen ? success(screen) : fail('not-found');
  },
});
