import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';

// No demonstration: an empty database, and no accounts.
test.use({ serverEnv: {} });

test('a new installation asks for the administrator first, once', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL('/setup');
  await page.getByLabel('Your name').fill('Ana');
  await page.getByLabel('User name').fill('Not a name!');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByLabel('User name')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Your name')).not.toHaveAttribute('aria-invalid', 'true');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByLabel('User name').fill('ana');
  await page.getByLabel('Password').fill('long enough to hold');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByText('Signed in as Ana')).toBeVisible();
  await page.goto('/setup');
  await expect(page).toHaveURL('/');
});
