import { build, isBuilt } from '@/lib/platform/build';
import { startOwnServer } from '@/lib/platform/own-server';
import { demoBox, type Pairings } from './demo-box';
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
  console.log(`\n${demoBox(server.url, await pairings(server.url))}\n`);
  const close = () => void server.stop();
  process.once('SIGINT', close).once('SIGTERM', close);
  process.exitCode = (await server.ended) ?? 0;
}

/**
 * Codes that make the first browser with each the hall's lobby display, which then says what it showed and spoke, and
 * its kiosk. None where the manager's password is no longer the demo's: the screens open without, unpaired.
 */
async function pairings(url: string): Promise<Pairings> {
  const api = `${url}/api/v1`;
  const signedIn = await fetch(`${api}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'manager', password: DEMO_PASSWORD }),
  });
  if (!signedIn.ok) return {};
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const headers = { cookie, origin: url, 'content-type': 'application/json' };
  const screens = await fetch(`${api}/halls/${DEMO_HALL.slug}/screens`, { headers });
  if (!screens.ok) return {};
  const { items } = (await screens.json()) as {
    items: { id: string; kind: string; name: string; revokedAt: string | null }[];
  };
  const codeFor = async (kind: string, name: string): Promise<string | undefined> => {
    const known = items.find((screen) => screen.kind === kind && screen.revokedAt === null);
    const offered = await fetch(known ? `${api}/screens/${known.id}/code` : `${api}/halls/${DEMO_HALL.slug}/screens`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(known ? {} : { kind, name }),
    });
    return offered.ok ? ((await offered.json()) as { code: string }).code : undefined;
  };
  const codes = { display: await codeFor('display', 'Lobby'), kiosk: await codeFor('kiosk', 'Entrance') };
  await fetch(`${api}/session`, { method: 'DELETE', headers });
  return codes;
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
