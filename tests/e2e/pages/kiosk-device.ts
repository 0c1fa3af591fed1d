import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any step of the kiosk has. */
const STOPS = 40;

/** A kiosk, worked by its keyboard alone: found by roles and names, reached by Tab. */
export class KioskDevice {
  constructor(
    readonly page: Page,
    private readonly server: string,
    private readonly hall: string,
  ) {}

  /** Opens it with its pairing code. */
  async pair(code: string): Promise<void> {
    await this.page.goto(`${this.server}/screens/${this.hall}/kiosk?pair=${code}`);
    await expect(this.button('English')).toBeVisible();
  }

  /** What a step is about; a screen reader begins there. */
  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** What interrupts a screen reader; the frame's own announcer of pages is empty here. */
  get alert(): Locator {
    return this.page.getByRole('alert').filter({ hasText: /\S/ });
  }

  /** What a screen reader says when it has nothing else to say. */
  get status(): Locator {
    return this.page.getByRole('status').filter({ hasText: /\S/ });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Goes to a control by Tab, as somebody who hears the stops, and presses it. */
  async press(name: string | RegExp, key: 'Enter' | ' ' = 'Enter'): Promise<void> {
    const target = this.button(name);
    await expect(target).toBeVisible();
    for (let stop = 0; stop < STOPS; stop++) {
      if (await target.evaluate((element) => element === document.activeElement)) return this.page.keyboard.press(key);
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${name}.`);
  }

  /** The step that has this heading has come, and the focus is on its heading. */
  async at(heading: string | RegExp): Promise<void> {
    await expect(this.heading).toHaveAccessibleName(heading);
    await expect(this.heading).toBeFocused();
  }

  /** The number of the heading that was read out. */
  async number(): Promise<string> {
    await this.at(/^Your number/);
    return /[A-Z]\d{3,}/.exec((await this.heading.textContent()) ?? '')?.[0] ?? '';
  }

  /** From the start to the button that gives the number. */
  async choose(service: RegExp): Promise<void> {
    await this.press('English');
    await this.at('What can we do for you?');
    await this.press(service);
    await this.at(service);
  }
}
