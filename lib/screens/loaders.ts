import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { Messages } from 'next-intl';
import { getMessages } from 'next-intl/server';
import { page } from '@/lib/api/page';
import { screenFrom } from '@/lib/auth/identity';
import { LOCALES, type Locale } from '@/lib/core/locale';
import { readState } from '@/lib/door/execute';
import { type House, house } from '@/lib/door/house';
import { findHallId } from '@/lib/halls/queries';
import { buildId } from '@/lib/platform/build-id';
import { env } from '@/lib/platform/env';
import type { BoardView } from '@/lib/realtime/contract';
import type { Snapshot } from '@/lib/realtime/freshness';
import { momentOf, presentBoard } from '@/lib/realtime/presenter';
import { findScreen, listScreens } from './queries';
import type { ScreenView } from './schema';
import type { ScreenKind } from './screen';

/** More than a hall has. */
const SCREENS_PAGE = 200;

/**
 * The board of a hall for its lobby display or another screen of its own, and whether the device that asks is one of the
 * hall's own. `zone`: only the queue of that zone of the hall; left out, the zone that the device was made for, if any.
 */
export async function loadDisplay(
  slug: string,
  kind: ScreenKind = 'display',
  zone?: string,
): Promise<{ initial: Snapshot<BoardView>; paired: boolean; build: string; zone: string | null }> {
  const open = house();
  const hallId = await findHallId(open.db, slug);
  if (!hallId) notFound();
  const now = open.clock.now();
  const screen = await screenFrom(open, await headers());
  const paired = screen?.hallId === hallId && screen.screenKind === kind;
  const own = paired && kind === 'display' ? ((await findScreen(open.db, screen.id))?.zoneId ?? null) : null;
  const board = await readState(open, hallId, (state) => {
    const shown = state.config.zones.find(({ id, code }) => (zone === undefined ? id === own : code === zone));
    return { zone: shown?.code ?? null, data: presentBoard(momentOf(state, now), shown?.id) };
  });
  if (!board) notFound();
  return {
    // The live connection's first answer replaces it, whatever its version is.
    initial: { version: 0, at: now.toISOString(), data: board.data },
    paired,
    build: buildId(env().NODE_ENV !== 'production'),
    zone: board.zone,
  };
}

/** Some texts in every language: a hall's screens speak several at once, and its choice may change while they run. */
export async function loadMessages(namespaces: (keyof Messages)[]): Promise<Record<Locale, Partial<Messages>>> {
  const every = await Promise.all(
    LOCALES.map(async (locale) => {
      const all: Messages = await getMessages({ locale });
      return [locale, Object.fromEntries(namespaces.map((name) => [name, all[name]]))] as const;
    }),
  );
  return Object.fromEntries(every) as Record<Locale, Partial<Messages>>;
}

/** The languages that a rating device offers, and whether the device that asks is one of the hall's own. */
export async function loadRatingDevice(slug: string): Promise<{ languages: Locale[]; paired: boolean }> {
  const open = house();
  const hallId = await findHallId(open.db, slug);
  if (!hallId) notFound();
  const languages = await readState(open, hallId, ({ config }) => config.languages);
  if (!languages) notFound();
  const screen = await screenFrom(open, await headers());
  return { languages, paired: screen?.hallId === hallId && screen.screenKind === 'rating' };
}

/** The first page of a hall's screens, as the API answers it. */
export async function loadScreenPage(
  open: House,
  hallId: string,
): Promise<{ items: ScreenView[]; nextCursor: string | null }> {
  return page(await listScreens(open.db, hallId, { limit: SCREENS_PAGE + 1 }), SCREENS_PAGE, ({ id }) => id);
}
