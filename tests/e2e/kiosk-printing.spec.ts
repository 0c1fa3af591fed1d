import { AxeBuilder } from '@/tests/support/axe-builder';
import { expect, test } from '@/tests/support/e2e-test';
import { linesOf, readSlip } from '@/tests/support/slip-paper';
import { SlipPrinter } from '@/tests/support/slip-printer';
import { GuideDeskPage } from './pages/guide-desk';
import { HallDesk } from './pages/hall-desk';
import { KioskDevice } from './pages/kiosk-device';
import { signInAs } from './pages/staff-session';

test.use({ viewport: { width: 1080, height: 1920 }, locale: 'en' });

let entrance: SlipPrinter;
let desk: SlipPrinter;

test.beforeAll(async () => {
  entrance = await SlipPrinter.start();
  desk = await SlipPrinter.start();
});

test.afterAll(() => Promise.all([entrance.close(), desk.close()]));

test('the kiosk prints beside it; where no paper comes the number stays large and the guide is told', async ({
  page,
  browser,
  server,
}) => {
  const hall = await HallDesk.enter(server.url);
  const screen = await hall.post<{ id: string; code: string }>('/halls/demo/screens', {
    kind: 'kiosk',
    name: 'Entrance',
  });
  await hall.post('/halls/demo/printers', {
    name: 'Beside the kiosk',
    host: entrance.host,
    port: entrance.port,
    screenIds: [screen.id],
  });
  await hall.post('/halls/demo/printers', { name: 'Desk', host: desk.host, port: desk.port, forGuide: true });
  const kiosk = new KioskDevice(page, server.url, 'demo');
  await kiosk.pair(screen.code);
  const tablet = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en' });
  await signInAs(tablet, server.url, 'guide');
  const guidePage = await tablet.newPage();
  const guide = new GuideDeskPage(guidePage, server.url);
  await guide.open();
  const without = guidePage.getByRole('region', { name: 'Customers without a slip' });

  // The printer answers: paper comes by itself, and the screen says where it is.
  await kiosk.choose(/^Bills and payment/);
  await kiosk.press('Take a number');
  const first = await kiosk.number();
  await expect(kiosk.status).toHaveText('Please take your slip.');
  expect(linesOf(readSlip(await entrance.whole(1)))).toContain(first);
  await expect(without).toHaveCount(0);

  // Once more, because somebody lost it: the same number.
  await kiosk.press('Print');
  expect(linesOf(readSlip(await entrance.whole(2)))).toContain(first);
  await expect(kiosk.status).toHaveText('Please take your slip.');
  await kiosk.press('Done');

  // The printer is off: the number is given all the same, large, and read out with what to do.
  await entrance.switchOff();
  await kiosk.choose(/^Bills and payment/);
  await kiosk.press('Take a number');
  const second = await kiosk.number();
  expect(second).not.toBe(first);
  await expect(kiosk.alert).toContainText('Please show this number to our staff');
  const digits = kiosk.heading.getByText(second, { exact: true });
  expect(await digits.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThan(
    120,
  );
  await expect(digits).toBeInViewport({ ratio: 1 });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await expect(without).toContainText(second);
  await expect(without).toContainText('the printer is off');
  await expect(guidePage.getByText(/^Beside the kiosk: cannot be reached since/)).toBeVisible();

  // The guide helps with the printer of the desk; nobody is without paper any more.
  await without.getByRole('button', { name: `Print ${second} again` }).click();
  expect(linesOf(readSlip(await desk.whole(1)))).toContain(second);
  await expect(without).toHaveCount(0);
  await kiosk.press('Done');

  // Out of paper, then filled: the customer who still stands there prints it himself.
  await entrance.switchOn();
  entrance.mood = 'paperOut';
  await kiosk.choose(/^Bills and payment/);
  await kiosk.press('Take a number');
  const third = await kiosk.number();
  await expect(kiosk.alert).toContainText('Please show this number to our staff');
  await expect(without).toContainText(third);
  entrance.mood = 'ready';
  await kiosk.press('Print');
  await expect(kiosk.status).toHaveText('Please take your slip.');
  await expect(kiosk.alert).toHaveCount(0);
  expect(linesOf(readSlip(await entrance.whole(3)))).toContain(third);
  await expect(without).toHaveCount(0);
  await expect(guidePage.getByText(/^Beside the kiosk: cannot be reached/)).toHaveCount(0);

  // Each customer has one number, and each of them waits.
  const { waiting } = await hall.queue();
  expect(waiting.map(({ number }) => number)).toEqual([first, second, third]);
  await tablet.close();
  await hall.leave();
});
