import type { Page } from '@playwright/test';

/**
 * Counts what a person's finger does on a page, by the browser's own events: no test can forget one. Goes on across the
 * pages of one address.
 *
 * @returns a function that answers the taps since it was asked last
 */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  const listen = () => {
    const root = document as Document & { tapsAreCounted?: true };
    if (root.tapsAreCounted) return;
    root.tapsAreCounted = true;
    const count = () => sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps') ?? 0) + 1));
    document.addEventListener('pointerdown', count, { capture: true });
  };
  const read = () => page.evaluate(() => Number(sessionStorage.getItem('taps') ?? 0));
  await page.addInitScript(listen);
  await page.evaluate(listen);
  let before = await read();
  return async () => {
    const now = await read();
    const since = now - before;
    before = now;
    return since;
  };
}
