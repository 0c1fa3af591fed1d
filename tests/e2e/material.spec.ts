import type { Page } from '@playwright/test';
import { AxeBuilder } from '@/tests/support/axe-builder';
import { AT_ONCE, expect, setClock, test } from '@/tests/support/e2e-test';
import { HallDesk } from './pages/hall-desk';
import { post, signInAs, speak } from './pages/staff-session';

test.use({
  viewport: { width: 1440, height: 900 },
  serverEnv: { DEMO: '1', DEMO_PLAY: '0', TEST_CLOCK_AT: '2027-01-10T02:00:00Z' },
});

const names = (text: string) => ({ 'zh-CN': text, en: text, es: text });

async function fillAll(page: Page, group: string, text: string) {
  const fields = page.getByRole('dialog').getByRole('group', { name: group });
  for (const language of ['中文', 'English', 'Español']) await fields.getByLabel(language).fill(text);
}

test('a campaign is on the lobby display at once, and off it when it is withdrawn', async ({
  page,
  context,
  server,
}) => {
  await signInAs(context, server.url, 'manager');
  const display = await context.newPage();
  await display.setViewportSize({ width: 1920, height: 1080 });
  await display.goto(`${server.url}/screens/demo/display`);
  const area = display.getByRole('region', { name: 'Campaigns' });
  await expect(display.getByRole('heading', { name: 'Next in line' })).toBeVisible();

  await page.goto('/manage/demo/campaigns');
  await page.getByRole('button', { name: 'New campaign' }).click();
  const dialog = page.getByRole('dialog');
  await fillAll(page, 'Title', 'Faster broadband for everybody');
  await fillAll(page, 'One short sentence', 'Ask at any counter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Last day')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Last day').fill(await dialog.getByLabel('First day').inputValue());
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(area.getByText('Faster broadband for everybody').first()).toBeVisible(AT_ONCE);
  await expect(page.getByRole('listitem').filter({ hasText: 'Faster broadband for everybody' })).toContainText(
    'Running',
  );

  await page.getByRole('button', { name: 'Take off the screens: Faster broadband for everybody' }).click();
  await dialog.getByRole('button', { name: 'Take off the screens' }).click();
  await expect(area.getByText('Faster broadband for everybody')).toHaveCount(0, AT_ONCE);
});

test('material expires by time alone, is flagged on the open screen and taken down in one tap', async ({
  page,
  context,
  server,
}) => {
  const at = (now: string) => setClock(server, now);
  // Ten minutes before midnight in Shanghai.
  await at('2027-01-10T15:50:00Z');
  await signInAs(context, server.url, 'lead');
  await page.goto('/manage/demo/material');
  await page.getByRole('button', { name: 'Add material' }).click();
  const dialog = page.getByRole('dialog');
  await fillAll(page, 'Title', 'Winter poster');
  await dialog.getByLabel('Place').fill('left of the entrance');
  await dialog.getByLabel('Last day').fill('2027-01-10');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const poster = page.getByRole('listitem').filter({ hasText: 'Winter poster' });
  await expect(poster).toContainText('Ending soon');
  await expect(poster).toContainText('last day today');

  await at('2027-01-10T16:00:01Z');
  await expect(poster).toContainText('Expired');
  await expect(page.getByRole('button', { name: /^Expired [1-9]/ })).toBeVisible();

  await page.getByRole('button', { name: 'Check: Winter poster' }).click();
  await dialog.getByRole('button', { name: 'Damaged' }).click();
  await expect(poster).toContainText('Damaged');
  await page.getByRole('button', { name: 'Take down: Winter poster' }).click();
  await expect(poster).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(poster).toBeVisible();
  await page.getByRole('button', { name: 'Take down: Winter poster' }).click();
  await page.getByRole('button', { name: 'Taken down', exact: true }).click();
  await expect(poster).toContainText('taken down');
});

test('a weak point goes by keyboard from the plan to verified, checked by somebody else', async ({
  page,
  context,
  browser,
  server,
}) => {
  await signInAs(context, server.url, 'manager');
  await page.goto('/manage/demo/weak-points');
  await page.getByRole('button', { name: 'New weak point' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is wrong').fill('Long waits at noon');
  await dialog.getByLabel('Owner').selectOption({ label: '高建平 Gao Jianping' });
  await dialog.getByLabel('What is wrong').press('Tab');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  const column = (name: string, on: Page = page) => on.getByRole('region', { name: new RegExp(`^${name}`) });
  await expect(column('To do')).toContainText('Long waits at noon');
  // Nobody begins without a plan.
  await expect(page.getByRole('button', { name: 'Start: Long waits at noon' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Plan: Long waits at noon' }).press('Enter');
  await dialog.getByLabel('Action').fill('Move the breaks');
  await dialog.getByLabel('To be done by').fill('2099-01-31');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(dialog).toHaveCount(0);

  const owner = await browser.newContext({ baseURL: server.url, locale: 'en-GB' });
  await signInAs(owner, server.url, 'lead');
  const desk = await owner.newPage();
  await desk.goto('/manage/demo/weak-points');
  await desk.getByRole('button', { name: 'Start: Long waits at noon' }).press('Enter');
  await expect(column('Being done', desk)).toContainText('Long waits at noon');
  await desk.getByRole('button', { name: 'Done: Long waits at noon' }).press('Enter');
  await desk.getByRole('dialog').getByLabel('Result').fill('One counter more at noon');
  await desk.getByRole('dialog').getByRole('button', { name: 'Done' }).press('Enter');
  await expect(column('Done', desk)).toContainText('To be checked');
  // Whoever did it does not check it.
  await expect(desk.getByRole('button', { name: 'It holds: Long waits at noon' })).toHaveCount(0);
  await owner.close();

  await page.getByRole('button', { name: 'It holds: Long waits at noon' }).press('Enter');
  await expect(column('Done')).toContainText('Checked, holds');
  await expect(column('Done')).toContainText('checked by 林志强 Lin Zhiqiang');
});

test('whoever owns a weak point is told on the own screen: given, date near, date passed', async ({
  page,
  context,
  server,
}) => {
  const at = (now: string) => setClock(server, now);
  await at('2027-03-10T02:00:00Z');
  const hall = await HallDesk.enter(server.url);
  await signInAs(context, server.url, 'floor');
  const { id: ownerId } = await (await context.request.get(`${server.url}/api/v1/session`)).json();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/desk/demo/floor');
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();

  await hall.post('/halls/demo/weak-points', {
    touchpoint: 'environment',
    description: 'Leaflets run out',
    ownerId,
    dueOn: '2027-03-15',
  });
  const told = page.getByRole('status').filter({ hasText: 'Leaflets run out' });
  await expect(told).toContainText('A weak point was given to you', AT_ONCE);
  await told.getByRole('button', { name: 'Read' }).click();
  await expect(told).toHaveCount(0);

  // The fourteenth begins in Shanghai.
  await at('2027-03-13T16:00:01Z');
  await expect(told).toContainText('The date of your weak point is near');
  await told.getByRole('button', { name: 'Read' }).click();
  await expect(told).toHaveCount(0);

  await at('2027-03-15T16:00:01Z');
  await expect(told).toContainText('The date of your weak point has passed');
  await expect(told.getByRole('button')).toHaveCount(0);
  await told.getByRole('link', { name: 'To the board' }).click();
  await expect(page.getByRole('region', { name: 'To do' })).toContainText('Leaflets run out');
  await hall.leave();
});

test('an inspection is kept, and what it found is on the board', async ({ page, context, server }) => {
  await signInAs(context, server.url, 'manager');
  await page.goto('/manage/demo/records');
  await page.getByRole('button', { name: 'Inspection' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Topics').fill('Spot check');
  await dialog.getByLabel('Item 1: what').fill('Leaflet rack');
  await dialog.getByLabel('Result').selectOption('notFine');
  await dialog.getByLabel('What is wrong').fill('untidy');
  await dialog.getByLabel('Put on the board of weak points').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const record = page.getByRole('listitem').filter({ hasText: 'Spot check' });
  await expect(record).toContainText('1 finding');
  await page.goto('/manage/demo/weak-points');
  await expect(page.getByRole('region', { name: 'To do' })).toContainText('Leaflet rack: untidy');
});

for (const locale of ['zh-CN', 'en', 'es'])
  test(`is free of findings in ${locale}`, async ({ page, context, server }) => {
    await signInAs(context, server.url, 'manager');
    await speak(page, server.url, locale);
    const check = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await post(context, server.url, '/halls/demo/material', {
      kind: 'banner',
      titles: names(`Banner ${locale}`),
      validFrom: '2026-01-01',
      validUntil: '2026-01-31',
    });
    await post(context, server.url, '/halls/demo/weak-points', { touchpoint: 'queue', description: `Waits ${locale}` });
    for (const key of ['material', 'campaigns', 'weak-points', 'records']) {
      await page.goto(`/manage/demo/${key}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await check();
      await page.locator('header').getByRole('button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check();
    }
  });
