import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/e2e-test';
import { signInAs } from './pages/staff-session';

/** The main screens, with the size of their device and who works there. */
const SCREENS = [
  { path: '/halls', width: 390, height: 844 },
  { path: '/halls/demo', width: 390, height: 844 },
  { path: '/desk/demo/guide', account: 'guide', width: 1024, height: 768 },
  { path: '/desk/demo/counter/1', account: 'clerk1', width: 1366, height: 768 },
  { path: '/desk/demo/floor', account: 'floor', width: 390, height: 844 },
  { path: '/manage/demo/live', account: 'manager', width: 1440, height: 900 },
];

/** Where the focus is, and whether a person sees it: marked, on the screen, and not wholly covered by something else. */
function focusNow(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A control that is drawn by its label (a card with a hidden radio button) shows the focus there.
    const drawn = element.getBoundingClientRect().width > 2 ? element : (element.closest('label') ?? element);
    const { left, top, right, bottom } = drawn.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
    const inset = 3;
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + inset, top + inset],
      [right - inset, top + inset],
      [left + inset, bottom - inset],
      [right - inset, bottom - inset],
    ] as const;
    const seen = points.some(([x, y]) => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (drawn.contains(there) || there.contains(drawn));
    });
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? element.tagName;
    return { name, marked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2, seen };
  });
}

/** Controls smaller than 24 px both ways of which another stands within 24 px (WCAG 2.5.8 with its exception of spacing). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role="tab"], [role="switch"]'),
    ];
    const boxes = controls.flatMap((element) => {
      const style = getComputedStyle(element);
      const inText = element.tagName === 'A' && style.display === 'inline';
      const box = (element.closest('label') ?? element).getBoundingClientRect();
      return box.width < 3 || box.height < 3 || style.visibility === 'hidden' || inText ? [] : [{ element, box }];
    });
    const near = (a: DOMRect, b: DOMRect) =>
      Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2) < 24;
    return boxes
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .filter(({ element, box }) =>
        boxes.some((other) => other.element !== element && near(box, other.box) && other.box !== box),
      )
      .map(({ element }) => element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.tagName);
  });
}

for (const { path, account, width, height } of SCREENS)
  test(`${path} is worked by keyboard, its focus seen and its targets large enough`, async ({ page, server }) => {
    await page.setViewportSize({ width, height });
    if (account) await signInAs(page.context(), server.url, account);
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect(await smallTargets(page)).toEqual([]);
    const unseen: string[] = [];
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press('Tab');
      const focus = await focusNow(page);
      if (!focus) break;
      if (!focus.marked) unseen.push(`${focus.name}: not marked`);
      if (!focus.seen) unseen.push(`${focus.name}: covered`);
    }
    expect(unseen).toEqual([]);
  });
