import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect } from '@/tests/support/e2e-test';
import { callNext, openCounters, test } from '@/tests/support/lobby-test';
import { refuseSound } from '@/tests/support/record-sound';

test('without permission to be heard it shows calls and asks once for a tap', async ({
  context,
  lobby,
  display,
  heard,
}) => {
  await refuseSound(context);
  await openCounters(lobby);
  await display.open();
  await expect(display.soundButton).toBeVisible();
  const first = await callNext(lobby, 0);
  await expect(display.newest).toContainText(first.number);
  expect(heard).toEqual([]);
  await display.soundButton.click();
  await expect(display.soundButton).toBeHidden();
  await expect.poll(() => heard).toContain('chime');
});

test('a device is paired by the code of the settings, and a wrong one is refused', async ({ page, lobby }) => {
  await page.goto('/screens/pair');
  await page.getByRole('textbox').fill('WRONGONE');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This code is not valid')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('textbox').fill(lobby.pairingCode.toLowerCase());
  await page.keyboard.press('Enter');
  await page.waitForURL('**/screens/lobby/display');
  await expect(page.getByText('This screen is not paired')).toBeHidden();
});
