import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';

const languages = [
  { locale: 'zh-CN', title: '登录', wrong: '用户名或密码不正确。', counter: '柜台' },
  { locale: 'en-GB', title: 'Sign in', wrong: 'User name or password is wrong.', counter: 'Counter' },
  {
    locale: 'es-MX',
    title: 'Iniciar sesión',
    wrong: 'El usuario o la contraseña no son correctos.',
    counter: 'Mostrador',
  },
];

for (const { locale, title, wrong, counter } of languages) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test('a clerk signs in and finds the counter, and nothing that is not theirs', async ({ page }) => {
      await page.goto('/sign-in');
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      await page.getByRole('button', { name: title }).click();
      await expect(page.locator('#username')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('#password')).toHaveAccessibleDescription(/.+/);

      await page.locator('#username').fill('clerk1');
      await page.locator('#password').fill('not it');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert').filter({ hasText: wrong })).toBeVisible();
      await expect(page.locator('#username')).toHaveValue('clerk1');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      await page.locator('#password').fill('demo');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('link', { name: counter })).toHaveAttribute('href', '/desk/demo/counter');
      // Own promises and own weak points; nothing else of the manager's, no other desk.
      const links = await page
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(links.filter((href) => href.startsWith('/manage/')).sort()).toEqual([
        '/manage/demo/unaccepted',
        '/manage/demo/weak-points',
      ]);
      expect(links).not.toContain('/desk/demo/guide');
      expect(links).not.toContain('/desk/hotline');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}

test('the doorway and its way to the counter work for the keyboard and in the chosen language', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('欢迎光临');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('signing out ends the session', async ({ page, context }) => {
  await page.goto('/sign-in');
  await page.locator('button[name="username"][value="manager"]').click();
  await expect(page.getByRole('link', { name: 'Live board' })).toBeVisible();
  const kept = await context.cookies();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
  await context.addCookies(kept);
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
});

test('goes on to the page that asked for the sign-in, and to no stranger', async ({ page }) => {
  await page.goto('/sign-in?next=%2F%3Fdenied%3D1');
  await page.locator('button[name="username"][value="guide"]').click();
  await expect(page).toHaveURL('/?denied=1');
  await page.context().clearCookies();
  await page.goto('/sign-in?next=https%3A%2F%2Felsewhere.example%2F');
  await page.locator('button[name="username"][value="guide"]').click();
  await expect(page).toHaveURL('/');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('signs in, changes the language and signs out', async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByLabel('User name').fill('manager');
    await page.getByLabel('Password', { exact: true }).fill('demo');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('link', { name: 'Live board' })).toBeVisible();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('button', { name: 'Cerrar sesión' }).click();
    await expect(page.getByRole('link', { name: 'Iniciar sesión', exact: true })).toBeVisible();
  });
});
