import PlaywrightAxe from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * The accessibility checker, on a page that is there: its heading has come in the place of a loading state, and what
 * fades in has faded in (half-transparent text has half the contrast).
 */
export class AxeBuilder extends PlaywrightAxe {
  readonly #page: Page;

  constructor({ page }: { page: Page }) {
    super({ page });
    this.#page = page;
    // Otherwise the results are put together on a second page, for frames of other origins: the product has none, and
    // that takes as long as the check itself.
    this.setLegacyMode(true);
  }

  override async analyze() {
    // What the server sends after the loading state is hidden at first. Where no heading comes, the checker says so.
    const heading = this.#page.locator('h1').filter({ visible: true }).first();
    await heading.waitFor({ timeout: 10_000 }).catch(() => {});
    await this.#page.evaluate(async () => {
      const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(ending.map((one) => one.finished));
    });
    return super.analyze();
  }
}
