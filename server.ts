import { createServer, type IncomingHttpHeaders } from 'node:http';
import next from 'next';
import { answerApi, isApiRequest } from '@/lib/api/node-listener';
import { actorFrom, screenFrom } from '@/lib/auth/identity';
import { startNotices } from '@/lib/deliveries/duties';
import { playBefore, setUpDemo, startPlayer } from '@/lib/demo/duties';
import { openHouseOf } from '@/lib/door/open-house';
import { startDuties } from '@/lib/duties/duties';
import { buildId } from '@/lib/platform/build-id';
import { noteClientAddress } from '@/lib/platform/client-address';
import { env, readEnv } from '@/lib/platform/env';
import { log } from '@/lib/platform/logging';
import { mailServer } from '@/lib/platform/mail';
import { startPrinting } from '@/lib/printing/duties';
import { openGateway } from '@/lib/realtime/gateway';
import { joinServers } from '@/lib/realtime/redis-adapter';
import { loadWaitReport, loadWorkReport } from '@/lib/reports/loaders';

/** The one process of a hall: pages and HTTP API (Next.js), live views (socket.io), the house's clockwork. */
async function start(): Promise<void> {
  const settings = env();
  const dev = settings.NODE_ENV !== 'production';
  const build = buildId(dev);
  const house = await openHouseOf(settings);
  const failed = (error: unknown) => log().error({ err: error }, 'a part of the house failed');

  if (settings.DEMO) {
    await setUpDemo(house, settings.DEMO_PLAY ? undefined : 0, settings.DEMO_TIME_ZONE);
    if (settings.DEMO_PLAY) await playBefore(house);
  }

  const http = createServer();
  // Longer than clients and proxies keep an idle connection: one that the server closes just as a request sets out would
  // be a tap that failed for no reason.
  http.keepAliveTimeout = 75_000;
  http.headersTimeout = 80_000;
  const app = next({ dev, httpServer: http, hostname: settings.HOST, port: settings.PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  http.on('request', (request, response) => {
    // socket.io answers its own path.
    if (request.url?.startsWith('/live/') || request.url?.startsWith('/live?')) return;
    noteClientAddress(request, settings.TRUST_PROXY);
    const answered = isApiRequest(request) ? answerApi(house, request, response) : handle(request, response);
    void answered.catch((error: unknown) => {
      failed(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  const gateway = openGateway({
    house,
    http,
    build,
    failed,
    async identify(headers: IncomingHttpHeaders) {
      const actor = await actorFrom(house, asHeaders(headers));
      if (actor.ok) return actor.value;
      // A browser sends its old cookies by itself: a lobby display on a machine where somebody once signed in is not
      // shut out by them. It watches as nobody, and staff views say "unauthenticated".
      const given = headers.authorization !== undefined || headers['x-screen-token'] !== undefined;
      return given ? 'invalid' : { kind: 'anonymous' };
    },
    identifyScreen: (headers) => screenFrom(house, asHeaders(headers)),
  });
  const leaveServers = settings.REDIS_URL ? joinServers(gateway.io, settings.REDIS_URL, failed) : () => {};
  const send = mailServer({ url: settings.SMTP_URL, from: settings.MAIL_FROM });
  const duties = startDuties(house, gateway.clerksHere, failed, gateway.screens, {
    waits: loadWaitReport,
    work: loadWorkReport,
    send,
  });
  const notices = startNotices(
    house,
    {
      origin: settings.BASE_URL?.replace(/\/$/, '') ?? `http://${settings.HOST}:${settings.PORT}`,
      allowPrivate: settings.WEBHOOKS_PRIVATE,
    },
    failed,
  );
  const printing = startPrinting(house, failed);

  const stopPlayer = settings.DEMO && settings.DEMO_PLAY ? await startPlayer(house) : async () => {};

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(settings.PORT, settings.HOST, resolve);
  });
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : settings.PORT;
  log().info({ address: `http://${settings.HOST}:${port}`, build }, 'the hall is open');

  let closing = false;
  const close = async (signal: string) => {
    if (closing) return;
    closing = true;
    log().info({ signal }, 'closing');
    // What hangs must not hold the shutdown: everything answered is already in the database.
    setTimeout(() => process.exit(1), 10_000).unref();
    await stopPlayer();
    await notices.stop();
    await duties.stop();
    await printing.stop();
    await gateway.close();
    leaveServers();
    await app.close();
    await house.db.$disconnect();
    process.exit(0);
  };
  process.on('SIGTERM', () => void close('SIGTERM'));
  process.on('SIGINT', () => void close('SIGINT'));
}

function asHeaders(headers: IncomingHttpHeaders): Headers {
  const made = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) made.set(name, Array.isArray(value) ? value.join(', ') : value);
  return made;
}

try {
  readEnv(process.env);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
start().catch((error: unknown) => {
  log().fatal({ err: error }, 'the server could not start');
  process.exit(1);
});
