import { type BrowserContext, expect, type Page } from '@playwright/test';

/** Signs a person of the demo in, by the API: the form has journeys of its own. */
export async function signInAs(context: BrowserContext, server: string, username: string): Promise<void> {
  const answer = await context.request.post(`${server}/api/v1/session`, { data: { username, password: 'demo' } });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** What somebody who is signed in does through the API beside the screens. Answers the JSON. */
export async function post<Answer>(context: BrowserContext, server: string, path: string, data: object = {}) {
  const answer = await context.request.post(`${server}/api/v1${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Answer;
}

/** Keeps the language of a page before it is opened. */
export async function speak(page: Page, server: string, locale: string): Promise<void> {
  await page.context().addCookies([{ name: 'locale', value: locale, url: server }]);
}
