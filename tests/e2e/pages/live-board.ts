import type { Locator, Page } from '@playwright/test';

/** The manager's live board, in English. */
export class LiveBoardPage {
  constructor(
    readonly page: Page,
    private readonly server: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(`${this.server}/manage/demo/live`);
    // Drawn after the board itself: then everything is there and the connection has been asked for.
    await this.page.locator('.recharts-surface').first().waitFor();
  }

  /** One of the ten numbers, with its name. */
  number(name: string): Locator {
    return this.page
      .getByRole('region', { name: 'The hall in ten numbers' })
      .getByText(name, { exact: true })
      .locator('..');
  }

  counter(number: number): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: `No. ${number}`, exact: true }) });
  }

  service(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name }) });
  }

  /** The panel that works out what a change would do. */
  get whatIf(): Locator {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: 'What if …' }) });
  }

  /** A wait that wants somebody. */
  flag(number: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ hasText: number })
      .filter({ hasText: /Nobody yet|has it/ });
  }
}
