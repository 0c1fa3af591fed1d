import { startServer } from '../support/start-server';
import { percentile } from './percentile';

/* Tickets over HTTP: fifty guides, each in a session of its own, against the built server. Prints figures. */

const GUIDES = 50;
const TICKETS = 2000;

const server = await startServer({ env: { DEMO: '1', DEMO_PLAY: '0' } });
try {
  const cookies = await Promise.all(
    Array.from({ length: GUIDES }, async () => {
      const answer = await fetch(`${server.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'guide', password: 'demo' }),
      });
      if (!answer.ok) throw new Error(`Sign-in: ${answer.status} ${await answer.text()}`);
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    }),
  );
  const { services } = (await (await fetch(`${server.url}/api/v1/halls/demo`)).json()) as {
    services: { code: string }[];
  };
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    cookies.map(async (cookie, g) => {
      for (let i = g; i < TICKETS; i += GUIDES) {
        const before = performance.now();
        const answer = await fetch(`${server.url}/api/v1/halls/demo/tickets`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie, 'idempotency-key': `bench-${i}` },
          body: JSON.stringify({ serviceCode: services[i % services.length]?.code }),
        });
        if (answer.status !== 201) throw new Error(`Ticket: ${answer.status} ${await answer.text()}`);
        await answer.arrayBuffer();
        times.push(performance.now() - before);
      }
    }),
  );
  const perSecond = (TICKETS / (performance.now() - started)) * 1000;
  console.log(`\nTickets over HTTP, ${GUIDES} guides at once: ${perSecond.toFixed(0)}/s`);
  console.log(
    `  time of an answer, ms: p50 ${percentile(times, 0.5).toFixed(0)}  p95 ${percentile(times, 0.95).toFixed(0)}`,
  );
} finally {
  await server.stop();
}
