import { expect, type Locator, type Page } from '@playwright/test';

/** A clerk's counter, in English, used by the keyboard. */
export class CounterDeskPage {
  /** Keys pressed since the page was opened. */
  keys = 0;
  readonly dialog: Locator;
  readonly number: Locator;
  readonly failure: Locator;

  constructor(
    readonly page: Page,
    private readonly server: string,
    private readonly hall = 'demo',
  ) {
    this.dialog = page.getByRole('dialog');
    this.number = page.getByRole('heading', { level: 2, name: /^[A-Z]\d{3}$/ });
    this.failure = page.getByRole('alert').filter({ hasText: 'Not done' });
  }

  step(name: 'Open the counter' | 'Continue' | 'Call next' | 'Start' | 'Finish'): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  tab(name: RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }

  /** Until this is the next step and under the thumb. */
  async ready(name: Parameters<CounterDeskPage['step']>[0]): Promise<void> {
    await expect(this.step(name)).toBeEnabled();
    await expect(this.step(name)).toBeFocused();
  }

  async goto(counter: number): Promise<void> {
    await this.page.goto(`${this.server}/desk/${this.hall}/counter/${counter}`);
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  /** At a closed counter: open it. */
  async open(counter: number): Promise<void> {
    await this.goto(counter);
    await this.ready('Open the counter');
    await this.press('Space');
    await this.ready('Call next');
  }

  async callNext(): Promise<string> {
    await this.press('Space');
    await this.ready('Start');
    return (await this.number.textContent()) ?? '';
  }

  async start(): Promise<void> {
    await this.press('Space');
    await this.ready('Finish');
  }

  /** Opens the finish panel and takes the outcome of this digit. */
  async finish(digit = '1'): Promise<void> {
    await this.press('Space');
    await expect(this.dialog).toBeVisible();
    await this.press(digit);
    await expect(this.dialog).toBeHidden();
  }
}
