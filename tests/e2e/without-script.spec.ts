import type { Page } from '@playwright/test';
import { expect, test } from '@/tests/support/e2e-test';
import { HallDesk } from './pages/hall-desk';

// A customer whose phone runs no script: an old one, a weak network, a browser that was told not to. Each tap is a link
// or a form that the server answers with a page.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled: false });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Chooses a language on a page, by its form, and back; each answer is a page and no error. */
async function switchLanguage(page: Page, spanish: RegExp, english: RegExp): Promise<void> {
  for (const [language, words] of [
    ['Español', spanish],
    ['English', english],
  ] as const) {
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.getByRole('button', { name: language }).click();
    expect((await answered).status(), language).toBeLessThan(400);
    await expect(page.getByText(words).first()).toBeVisible();
  }
}

test('directory and hall page are read, and a number is taken, used and given up', async ({ page, server }) => {
  const hall = await HallDesk.enter(server.url);
  await page.goto('/halls');
  await switchLanguage(page, /Buscar oficina/, /Find a hall/);
  await page.getByRole('searchbox').fill('riverside');
  await page.getByRole('button', { name: 'Find' }).click();
  // What only a script can do is not offered.
  await expect(page.getByRole('button', { name: 'Nearest first' })).toBeHidden();
  await page.getByRole('link', { name: /Riverside Road hall/ }).click();
  await switchLanguage(page, /Cómo llegar/, /Getting here/);
  await page.getByRole('radio', { name: /Plans and tariffs/ }).check();
  await page.getByRole('button', { name: 'Take a number' }).click();
  await expect(heading(page)).toContainText(/A\d{3}/);
  await switchLanguage(page, /Renunciar al turno/, /Give up my number/);
  await expect(page.getByRole('button', { name: 'Alert me when I’m called' })).toBeHidden();

  await page.getByRole('button', { name: 'I’m here' }).click();
  await expect(page.getByText('You are next')).toBeVisible();
  await hall.issue('plans');
  await page.getByRole('button', { name: '10 more minutes' }).click();
  await expect(page.getByRole('button', { name: '10 more minutes' })).toHaveCount(0);
  await expect(page.getByText('1 person')).toBeVisible();

  // Asked once more, and kept; then given up with a reason.
  await page.getByRole('button', { name: 'Give up my number' }).click();
  await page.getByRole('link', { name: 'Keep my number' }).click();
  await expect(page.getByText('1 person')).toBeVisible();
  await page.getByRole('button', { name: 'Give up my number' }).click();
  const stale = await page.context().newPage();
  await stale.goto(page.url());
  await page.getByRole('button', { name: 'I’ll come another day' }).click();
  await expect(page.getByText('This number has been given up.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Take another number' })).toBeVisible();

  // A tap on a page that was old: refused in words.
  await stale.getByRole('button', { name: 'I’ll come another day' }).click();
  await expect(stale.getByRole('alert')).toContainText('That did not work');
  await stale.goto(`${page.url()}?leave=ask`);
  await expect(stale.getByRole('button', { name: 'I’ll come another day' })).toHaveCount(0);
  await hall.empty();
  await hall.leave();
});

test('a time is booked, moved, kept in the calendar and given up', async ({ page }) => {
  await page.goto('/halls/demo');
  await page.getByRole('link', { name: 'Choose a time' }).click();
  await page.getByRole('link', { name: 'Plans and tariffs' }).click();
  await switchLanguage(page, /Reservar hora/, /Book a time/);
  // Not the next one: only a time that is some hours away can still be changed by its customer.
  const days = page.getByRole('navigation', { name: 'Day' }).getByRole('link');
  await days.last().click();
  await page.getByRole('radio').first().check();
  await page.getByRole('textbox', { name: /Your name/ }).fill('Li Na');
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page).toHaveURL(/\/t\/t_/);
  await expect(page.getByText('Booked for')).toBeVisible();
  const mine = page.url();
  // A place among those who have just come is for a booking of today.
  await expect(page.getByRole('button', { name: 'I’m here early: take a place now' })).toHaveCount(0);
  const calendar = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Add to calendar' }).click();
  expect((await calendar).suggestedFilename()).toMatch(/\.ics$/);

  await page.getByRole('link', { name: 'Change the booking' }).click();
  await switchLanguage(page, /Cambiar la reserva/, /Change your booking/);
  await days.nth(-2).click();
  await page.getByRole('radio').last().check();
  await page.getByRole('button', { name: 'Move to this time' }).click();
  await expect(page).toHaveURL(mine);
  await expect(page.getByText('Booked for')).toBeVisible();

  await page.getByRole('link', { name: 'Change the booking' }).click();
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  await expect(page).toHaveURL(mine);
  await expect(page.getByText('This number has been given up.')).toBeVisible();
});

test('a service that has ended is rated by its face, with reasons and words, and the rating is changed', async ({
  page,
  server,
}) => {
  const hall = await HallDesk.enter(server.url);
  const clerk = await HallDesk.enter(server.url, 'clerk1');
  const ticket = await hall.issue('plans');
  const counter = await hall.counter(1);
  await clerk.post(`/counters/${counter.id}/open`);
  await clerk.post(`/counters/${counter.id}/call-next`);
  await clerk.post(`/tickets/${ticket.id}/start`);
  await clerk.post(`/tickets/${ticket.id}/complete`, { outcome: 'done' });
  const { token } = ticket as unknown as { token: string };
  await page.goto(`/t/${token}`);
  const words = 'Quick and kind.\nThank you.';
  await page.getByText('Good', { exact: true }).click();
  await page.getByText('Friendliness').click();
  await page.getByRole('textbox', { name: /Anything/ }).fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Your rating: Good')).toBeVisible();

  await page.getByRole('button', { name: 'Change' }).click();
  await expect(page.getByRole('radio', { name: 'Good', exact: true })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Friendliness' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: /Anything/ })).toHaveValue(words);
  await page.getByText('Very good', { exact: true }).click();
  await page.getByText('Waiting time').click();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Your rating: Very good')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${token}$`));
  await page.getByRole('button', { name: 'Change' }).click();
  for (const reason of ['Friendliness', 'Waiting time'])
    await expect(page.getByRole('checkbox', { name: reason })).toBeChecked();
  await Promise.all([clerk.leave(), hall.leave()]);
});

test('a number for messages is left, mistyped, and taken back', async ({ page, server }) => {
  const hall = await HallDesk.enter(server.url, 'admin');
  const webhook = await hall.post<{ id: string }>('/halls/demo/webhooks', {
    name: 'SMS without script',
    url: 'https://hall.example/sms',
    events: ['ticket.called'],
    takesPhone: true,
  });
  const { token } = (await hall.issue('plans')) as unknown as { token: string };
  await page.goto(`/t/${token}`);
  const phone = page.getByRole('textbox', { name: /Phone number/ });
  await phone.fill('12');
  await page.getByRole('button', { name: 'Send me messages' }).click();
  await expect(page.getByRole('alert')).toContainText(/phone number/i);
  // Nothing a person typed stands in an address.
  await expect(page).toHaveURL(/\?problem=phone$/);
  await phone.fill('+34 600 123 456');
  await page.getByRole('button', { name: 'Send me messages' }).click();
  await expect(phone).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Forget my number' }).click();
  await expect(phone).toBeVisible();
  await hall.patch(`/webhooks/${webhook.id}`, { active: false });
  await hall.leave();
});

test('a complaint is followed, in the customer’s language', async ({ page, server }) => {
  const hall = await HallDesk.enter(server.url);
  const { token } = await hall.post<{ token: string }>('/halls/demo/complaints', {
    category: 'billing',
    words: 'Charged twice',
    promise: 'answer',
  });
  await page.goto(`/complaint/${token}`);
  await switchLanguage(page, /Su queja/, /Your complaint/);
  await hall.leave();
});
