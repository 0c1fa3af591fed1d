import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { screenFrom } from '@/lib/auth/identity';
import { readState } from '@/lib/door/execute';
import { type House, house } from '@/lib/door/house';
import { findHallId } from '@/lib/halls/queries';
import { buildId } from '@/lib/platform/build-id';
import { env } from '@/lib/platform/env';
import { findScreenPrinter } from '@/lib/printing/queries';
import type { BoardView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';
import { momentOf, presentBoard } from '@/lib/realtime/presenter';
import { presentChoices } from './presenter';
import type { KioskChoices } from './schema';

/** Where customers reach this server, without a slash at the end. */
async function originOf(): Promise<string> {
  return env().BASE_URL?.replace(/\/+$/, '') ?? `http://${(await headers()).get('host')}`;
}

/** A hall's kiosk: what can be chosen, the hall as it is now, and whether the device that asks is one of its own. */
export async function loadKiosk(slug: string): Promise<{
  choices: KioskChoices;
  initial: Snapshot<BoardView>;
  paired: boolean;
  /** The hall has set up a printer for this kiosk. */
  ownPrinter: boolean;
  build: string;
  origin: string;
}> {
  const open = house();
  const hallId = await findHallId(open.db, slug);
  if (!hallId) notFound();
  const now = open.clock.now();
  const read = await readState(open, hallId, (state) => ({
    choices: presentChoices(state),
    board: presentBoard(momentOf(state, now)),
  }));
  if (!read) notFound();
  const screen = await screenFrom(open, await headers());
  const paired = screen?.hallId === hallId && screen.screenKind === 'kiosk';
  return {
    choices: read.choices,
    // The live connection's first answer replaces it, whatever its version is.
    initial: { version: 0, at: now.toISOString(), data: read.board },
    paired,
    ownPrinter: paired && screen !== null && (await findScreenPrinter(open.db, screen.id)) !== null,
    build: buildId(env().NODE_ENV !== 'production'),
    origin: await originOf(),
  };
}

/** For what only a paired kiosk of the hall may see; null for everybody else. */
export async function kioskHere(slug: string): Promise<{ house: House; hallId: string; origin: string } | null> {
  const open = house();
  const hallId = await findHallId(open.db, slug);
  const screen = await screenFrom(open, await headers());
  if (!hallId || screen?.hallId !== hallId || screen.screenKind !== 'kiosk') return null;
  return { house: open, hallId, origin: await originOf() };
}
