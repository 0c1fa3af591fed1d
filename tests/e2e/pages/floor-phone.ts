import { expect, type Locator, type Page } from '@playwright/test';

/** The phone of somebody who walks the floor. */
export class FloorPhonePage {
  /** Of the person, since every tap is time that a customer waits. */
  taps = 0;

  constructor(
    private readonly page: Page,
    private readonly server: string,
  ) {}

  async open(): Promise<void> {
    await this.page.addInitScript(() => {
      navigator.vibrate = () => {
        document.documentElement.dataset.vibrated = String(Number(document.documentElement.dataset.vibrated ?? 0) + 1);
        return true;
      };
    });
    await this.page.goto(`${this.server}/desk/demo/floor`);
    await expect(this.page.getByRole('navigation', { name: 'Views' })).toBeVisible();
    await this.page.waitForLoadState('networkidle');
  }

  /** Cards of waits over the limit, in the order shown. */
  get cards(): Locator {
    return this.page.getByRole('main').getByRole('article');
  }

  card(number: string): Locator {
    return this.page.getByRole('article', { name: number, exact: true });
  }

  /** Counters are among the rest. */
  async show(part: 'Care' | 'Waiting' | 'Approached' | 'Enquiries' | 'More' | 'Counters'): Promise<void> {
    const name = part === 'Counters' ? 'More' : part;
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click();
  }

  /** How often the phone has shaken. */
  async vibrations(): Promise<number> {
    return this.page.evaluate(() => Number(document.documentElement.dataset.vibrated ?? 0));
  }

  async tap(target: Locator): Promise<void> {
    this.taps += 1;
    await target.click();
  }

  /** What came of speaking to somebody. */
  outcome(name: string): Locator {
    return this.page.getByRole('region', { name: 'What came of it?' }).getByRole('button', { name, exact: true });
  }

  /** Types a question; letters are no taps. */
  async ask(question: string): Promise<void> {
    await this.page.getByRole('searchbox').pressSequentially(question);
  }

  answer(title: string): Locator {
    return this.page.getByRole('list', { name: 'Answers' }).getByRole('button', { name: title });
  }

  get message(): Locator {
    return this.page.getByRole('region', { name: 'Messages' });
  }
}
