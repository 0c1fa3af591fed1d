import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type APIRequestContext, expect, request, test } from '@playwright/test';
import { type RunningServer, startServer } from '@/tests/support/start-server';

const demo = { DEMO: '1', DEMO_PLAY: '0' };

/** The API as a person of the demonstration. */
async function as(server: RunningServer, username: string): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL: server.url });
  const answer = await context.post('/api/v1/session', { data: { username, password: 'demo' } });
  expect(answer.status()).toBe(201);
  return context;
}

async function post<Answer>(context: APIRequestContext, path: string, data: object = {}): Promise<Answer> {
  const answer = await context.post(`/api/v1${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return answer.json() as Promise<Answer>;
}

/** A new customer, called by the first clerk who opens counter 1; the number that must be on the display. */
async function callSomebody(server: RunningServer): Promise<string> {
  const guide = await as(server, 'guide');
  const hall = await (await guide.get('/api/v1/halls/demo')).json();
  const counters = await (await guide.get('/api/v1/halls/demo/counters')).json();
  const [counter] = counters.items;
  const service = hall.services.find(({ code }: { code: string }) => counter.serviceCodes.includes(code));
  const { number } = await post<{ number: string }>(guide, '/halls/demo/tickets', { serviceCode: service.code });
  const clerk = await as(server, 'clerk1');
  if (counter.state === 'closed') await post(clerk, `/counters/${counter.id}/open`);
  await post(clerk, `/counters/${counter.id}/call-next`);
  return number;
}

test('a screen says when its data is old, and is right again soon after the return of the server', async ({ page }) => {
  let server = await startServer({ env: demo });
  try {
    await page.goto(`${server.url}/screens/demo/display`);
    const first = await callSomebody(server);
    await expect(page.getByText(first).first()).toBeVisible();

    await server.kill();
    await expect(page.getByText(/No connection|is being refreshed/).first()).toBeVisible({ timeout: 25_000 });
    await expect(page.getByText(first).first()).toBeVisible();

    const { databaseUrl, url } = server;
    server = await startServer({ env: demo, databaseUrl, port: Number(new URL(url).port) });
    await expect(page.getByText(/No connection|is being refreshed/)).toHaveCount(0);
    await expect(page.getByText(first).first()).toBeVisible();
  } finally {
    await server.stop();
    await rm(dirname(server.databaseUrl.replace('file:', '')), { recursive: true, force: true });
  }
});
