import type { Locator, Page } from '@playwright/test';

/** The lobby display of a hall, left out that of a scene. */
export class LobbyDisplayPage {
  readonly newest: Locator;
  readonly oldDataWarning: Locator;
  readonly soundButton: Locator;
  readonly unpaired: Locator;

  constructor(
    private readonly page: Page,
    private readonly server: string,
    private readonly hall = 'lobby',
  ) {
    this.newest = page.getByTestId('newest-call');
    this.oldDataWarning = page.getByRole('alert').filter({ hasText: /\d+:\d\d/ });
    this.soundButton = page.getByRole('button', { name: 'switch the sound on' });
    this.unpaired = page.getByText('This screen is not paired');
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`${this.server}/screens/${this.hall}/display${query}`);
    await this.page.waitForFunction(() => window.displayAliveAt !== undefined);
  }

  /** What lies outside of the screen, by its text; nothing may. */
  outside(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main, main *')]
        .filter((element) => {
          const { width, right, bottom, left, top } = element.getBoundingClientRect();
          if (width <= 1 || element.closest('.sr-only')) return false;
          return right > innerWidth + 1 || bottom > innerHeight + 1 || left < -1 || top < -1;
        })
        .map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
    );
  }

  /** Size of the digits of each called number, in px. */
  calledDigits(): Promise<number[]> {
    return this.page.evaluate(() => {
      const section = document.querySelector('section[aria-labelledby="calling"]');
      const numbers = [
        ...(section?.querySelectorAll<HTMLElement>('[data-testid="newest-call"] span, li > p > span') ?? []),
      ];
      return numbers
        .filter(({ textContent }) => /^[A-Z]\d{3}$/.test(textContent ?? ''))
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    });
  }
}
