import { build, isBuilt } from '@/lib/platform/build';
import { startOwnServer } from '@/lib/platform/own-server';
import { demoBox } from './demo-box';
import { DEMO_HALL } from './demo-hall';
import { DEMO_PASSWORD } from './demo-staff';

/**
 * `npm run demo`: builds if the sources have changed, opens the demo hall and prints its addresses. PORT, HOST and
 * DATABASE_URL as for the server; left out, the demo has a database of its own, so that it never meets a real hall's.
 */
async function run(): Promise<void> {
  if (!isBuilt(process.cwd())) {
    console.log('Building the pages. This takes a minute, and only after a change.');
    await build(process.cwd());
  }
  console.log('Opening the demo hall: two hours of its day are played quickly before the doors open.');
  const server = await startOwnServer({
    host: process.env.HOST || '127.0.0.1',
    port: Number(process.env.PORT || 3000),
    output: 'inherit',
    env: {
      LOG_LEVEL: 'warn',
      ...process.env,
      DATABASE_URL: process.env.DATABASE_URL || 'file:./data/demo.db',
      DEMO: '1',
      NODE_ENV: 'production',
    },
  });
  console.log(`\n${demoBox(server.url, await pairingOfDisplay(server.url))}\n`);
  const close = () => void server.stop();
  process.once('SIGINT', close).once('SIGTERM', close);
  process.exitCode = (await server.ended) ?? 0;
}

/**
 * A code that makes the first browser with it the hall's lobby display, which then says what it showed and spoke. Null
 * where the manager's password is no longer the demo's: the display works without, unpaired.
 */
async function pairingOfDisplay(url: string): Promise<string | null> {
  const api = `${url}/api/v1`;
  const signedIn = await fetch(`${api}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'manager', password: DEMO_PASSWORD }),
  });
  if (!signedIn.ok) return null;
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const headers = { cookie, origin: url, 'content-type': 'application/json' };
  const screens = await fetch(`${api}/halls/${DEMO_HALL.slug}/screens`, { headers });
  if (!screens.ok) return null;
  const { items } = (await screens.json()) as { items: { id: string; kind: string; name: string }[] };
  const known = items.find(({ kind }) => kind === 'display');
  const offered = await fetch(known ? `${api}/screens/${known.id}/code` : `${api}/halls/${DEMO_HALL.slug}/screens`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(known ? {} : { kind: 'display', name: 'Lobby' }),
  });
  await fetch(`${api}/session`, { method: 'DELETE', headers });
  return offered.ok ? ((await offered.json()) as { code: string }).code : null;
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
