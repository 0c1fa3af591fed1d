import { expect, type Locator, type Page } from '@playwright/test';
import { AT_ONCE } from '@/tests/support/e2e-test';

/** What the board says of one touchpoint: people there now, and how many passed today. */
export interface Counted {
  here: number;
  passed: number;
}

/** The manager's journey board, in English. */
export class JourneyBoardPage {
  constructor(
    readonly page: Page,
    private readonly server: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto(`${this.server}/manage/demo/journey`);
    await expect(this.line.getByRole('listitem')).toHaveCount(16);
    await this.page.waitForLoadState('networkidle');
  }

  get line(): Locator {
    return this.page.getByRole('list', { name: 'The sixteen touchpoints of a visit, from Find to Leave' });
  }

  card(touchpoint: string): Locator {
    return this.line.getByRole('button', { name: new RegExp(`^${touchpoint}( Peak touchpoint)? \\d+ here now`) });
  }

  async counted(touchpoint: string): Promise<Counted> {
    const text = (await this.card(touchpoint).textContent()) ?? '';
    const [, here, passed] = /(\d+)here now(\d+)today/.exec(text) ?? [];
    return { here: Number(here), passed: Number(passed) };
  }

  /** The board says so by itself, at once. */
  async says(touchpoint: string, { here, passed }: Partial<Counted>): Promise<void> {
    const name = new RegExp(`^${touchpoint}( Peak touchpoint)? ${here ?? '\\d+'} here now ${passed ?? '\\d+'} today`);
    await expect(this.line.getByRole('button', { name })).toBeVisible(AT_ONCE);
  }
}
