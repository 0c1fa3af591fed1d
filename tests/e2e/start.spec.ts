import { expect, test } from '@/tests/support/e2e-test';

test('the start page greets and can be read by everybody', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('every answer forbids to be framed, sniffed and scripted from elsewhere', async ({ request }) => {
  for (const address of ['/', '/api/v1/health/live', '/does-not-exist']) {
    const headers = (await request.get(address)).headers();
    expect(headers['content-security-policy'], address).toMatch(
      /^default-src '(self|none)'.*frame-ancestors '(self|none)'/,
    );
    expect(headers['x-content-type-options'], address).toBe('nosniff');
    expect(headers['x-powered-by'], address).toBeUndefined();
  }
});

test('the server says that it lives and that it is ready', async ({ request }) => {
  expect((await request.get('/api/v1/health/live')).status()).toBe(200);
  expect((await request.get('/api/v1/health/ready')).status()).toBe(200);
});
