import { useCallback, useRef, useState } from 'react';
import type { Touchpoint } from '@/lib/touchpoints/registry';
import { type ApiAnswer, callApi } from './call-api';
import { type HallData, useHallData } from './use-hall-data';

type Page = { items: unknown[]; nextCursor: string | null };

/** What shows the pages of a list that are not there yet. */
export type MorePages = { showMore: () => Promise<void>; loadingMore: boolean };

/**
 * A list of a hall that comes in pages: the first one, and one more with each wish. When something happened, all pages
 * that are shown are read again by their cursors: what was opened stays open, and nothing is shown twice.
 *
 * @param path below `/api/v1`, without `after`; when it changes the list begins with its first page
 * @param initial the first page as the screen was rendered with; null where it was not
 */
export function useHallPages<Shown extends Page, First extends Shown | null = Shown>({
  path,
  ...given
}: {
  hall: string;
  path: string;
  touchpoints: readonly Touchpoint[];
  initial: First;
}): HallData<Shown | First> & MorePages {
  const wanted = useRef({ path, pages: 1 });
  const [loadingMore, setLoadingMore] = useState(false);
  const read = useCallback(async (asked: string): Promise<ApiAnswer<Shown | First>> => {
    if (wanted.current.path !== asked) wanted.current = { path: asked, pages: 1 };
    const { pages } = wanted.current;
    const first = await callApi<Shown>('GET', asked);
    if (!first.ok) return first;
    const items = [...first.value.items];
    let { nextCursor } = first.value;
    for (let page = 1; page < pages && nextCursor; page += 1) {
      const after = `${asked.includes('?') ? '&' : '?'}after=${encodeURIComponent(nextCursor)}`;
      const next: ApiAnswer<Page> = await callApi('GET', asked + after);
      if (!next.ok) return next;
      items.push(...next.value.items);
      nextCursor = next.value.nextCursor;
    }
    return { ok: true, value: { ...first.value, items, nextCursor } };
  }, []);
  const live = useHallData<Shown | First>({ ...given, path, read });
  const showMore = async () => {
    const { pages } = wanted.current;
    wanted.current = { path, pages: wanted.current.path === path ? pages + 1 : 2 };
    setLoadingMore(true);
    await live.refresh();
    setLoadingMore(false);
  };
  return { ...live, showMore, loadingMore };
}
