import { expect, type Locator, type Page } from '@playwright/test';

/** The guide's tablet. Counts the taps of the person, since ten seconds a customer is what it is for. */
export class GuideDeskPage {
  taps = 0;
  readonly issued: Locator;
  readonly attention: Locator;
  readonly greeting: Locator;
  readonly failure: Locator;

  constructor(
    private readonly page: Page,
    private readonly server: string,
  ) {
    this.issued = page.getByRole('region', { name: 'Ticket issued' });
    this.attention = page.getByRole('region', { name: /Waited too long/ });
    this.greeting = page.getByText('Hello and welcome!');
    this.failure = page.getByRole('form', { name: 'Customer' }).getByRole('alert');
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.server}/desk/demo/guide`);
    await expect(this.services.first()).toBeVisible();
    // The screen answers taps once its live connection has been asked for.
    await this.page.waitForLoadState('networkidle');
  }

  get services(): Locator {
    return this.page.getByRole('list', { name: 'Services' }).getByRole('button');
  }

  service(name: string): Locator {
    return this.page.getByRole('list', { name: 'Services' }).getByRole('button', { name });
  }

  async tap(target: Locator): Promise<void> {
    this.taps += 1;
    await target.click();
  }

  choose(name: string): Promise<void> {
    return this.tap(this.service(name));
  }

  chip(name: string): Promise<void> {
    return this.tap(this.page.getByRole('button', { name, exact: true }));
  }

  issue(): Promise<void> {
    return this.tap(this.page.getByRole('button', { name: /^Issue ticket/ }));
  }

  /** The number that the panel shows. */
  async number(): Promise<string> {
    const shown = this.issued.getByText(/^[A-Z]\d{3,}$/);
    await expect(shown).toBeVisible();
    return (await shown.textContent()) ?? '';
  }

  async list(name: 'Latest' | 'Queue' | 'To come'): Promise<Locator> {
    await this.page.getByRole('tab', { name }).click();
    return this.page.getByRole('tabpanel', { name });
  }

  async menu(number: string): Promise<Locator> {
    await this.page
      .getByRole('tabpanel')
      .getByRole('button', { name: `More for ${number}` })
      .click();
    return this.page.getByRole('dialog');
  }
}
