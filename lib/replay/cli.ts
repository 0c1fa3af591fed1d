import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { localTime } from '@/lib/halls/service-day';
import { formatDuration } from '@/lib/i18n/format-duration';
import { ApiClient } from '@/lib/platform/api-client';
import { build, isBuilt } from '@/lib/platform/build';
import { freePort, type OwnServer, startOwnServer } from '@/lib/platform/own-server';
import { BoardFollower } from '@/lib/realtime/board-follower';
import { Random } from '@/lib/simulation/random';
import { HallClient } from './hall-client';
import { type MomentCheck, type ReplaySummary, replayDay } from './replay-day';
import { planReplay } from './replay-plan';
import { figuresLine, toCsv, waitFigures, waitsOf } from './replay-report';
import { chooseDay, parseLog } from './ticket-log';

const USAGE = `Usage: npm run replay -- FILE [options]

Replays a day of a ticket log (CSV, also gzipped) on a running server, through its HTTP API.

  --office NAME        office of the log; left out with --date: the busiest day of the log
  --date YYYY-MM-DD    day of the log
  --speed N|max        times faster than the clock on the wall (default: max)
  --out FILE           write one CSV line a ticket
  --url URL            drive this server; left out, one of its own is started with an empty database
  --user, --password   an administrator of that server
  --database-url URL   database of its own server (SQLite or PostgreSQL; must be empty)
  --time-zone ZONE     of the log (default: Europe/Warsaw)
  --guides N           people who issue tickets (default: 8)
  --chaos kill9=N      kill its own server N times on the way, restart it, and check that nothing was lost`;

const ADMINISTRATOR = { username: 'replay', name: 'Replay', password: 'replay-of-a-day' };
const READ_AGAIN_MS = 60_000;

interface Options {
  file: string;
  office?: string;
  date?: string;
  speed: number;
  out?: string;
  url?: string;
  user?: string;
  password?: string;
  databaseUrl?: string;
  timeZone: string;
  guides: number;
  kills: number;
}

function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      office: { type: 'string' },
      date: { type: 'string' },
      speed: { type: 'string', default: 'max' },
      out: { type: 'string' },
      url: { type: 'string' },
      user: { type: 'string' },
      password: { type: 'string' },
      'database-url': { type: 'string' },
      'time-zone': { type: 'string', default: 'Europe/Warsaw' },
      guides: { type: 'string', default: '8' },
      chaos: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [file] = positionals;
  if (values.help || !file) throw new Error(USAGE);
  const kills = values.chaos === undefined ? '0' : (/^kill9=(\d+)$/.exec(values.chaos)?.[1] ?? '');
  const speed = values.speed === 'max' ? Number.POSITIVE_INFINITY : Number(values.speed);
  const numbers = { speed, guides: Number(values.guides), kills: kills === '' ? Number.NaN : Number(kills) };
  for (const [name, value] of Object.entries(numbers))
    if (Number.isNaN(value) || value < (name === 'kills' ? 0 : 1e-3))
      throw new Error(`--${name} is not right.\n\n${USAGE}`);
  if (values.url && (numbers.kills > 0 || values['database-url']))
    throw new Error('--chaos and --database-url are for a server of its own: leave --url out.');
  const { url, 'database-url': databaseUrl, 'time-zone': timeZone, office, date, out, user, password } = values;
  return { file, url: url?.replace(/\/$/, ''), databaseUrl, timeZone, office, date, out, user, password, ...numbers };
}

function readFile(file: string): string {
  const bytes = fs.readFileSync(file);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? zlib.gunzipSync(bytes) : bytes).toString('utf8');
}

/** The server that the replay starts for itself, kills and starts again. */
class ServerOfItsOwn {
  url = '';
  readonly restarts: { downMs: number; readyAt: number }[] = [];
  private server: OwnServer | null = null;
  private port = 0;
  private clock = '';
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-replay-'));
  private back: Promise<void> | null = null;

  constructor(private readonly databaseUrl: string | undefined) {}

  async start(clock: Date): Promise<void> {
    if (!isBuilt(process.cwd())) await build(process.cwd());
    this.port = await freePort();
    this.clock = clock.toISOString();
    await this.launch();
  }

  private async launch(): Promise<void> {
    this.server = await startOwnServer({
      port: this.port,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        DATABASE_URL: this.databaseUrl ?? `file:${path.join(this.folder, 'hall.db')}`,
        AUTH_SECRET: 'replayed-on-a-server-of-its-own-only',
        DEMO: '0',
        TEST_CLOCK: '1',
        TEST_CLOCK_AT: this.clock,
      },
    });
    this.url = this.server.url;
  }

  /** The moment at which a restarted server's clock stands. */
  setClock(clock: Date): void {
    this.clock = clock.toISOString();
  }

  /** Ends the server as a power cut would and starts it again. */
  crash(): void {
    this.back ??= (async () => {
      const killed = performance.now();
      await this.server?.kill();
      await this.launch();
      const readyAt = performance.now();
      this.restarts.push({ downMs: readyAt - killed, readyAt });
    })().finally(() => {
      this.back = null;
    });
  }

  /** Resolves when the server is there again; at once when nothing is known to be wrong. */
  whenBack(): Promise<void> {
    return this.back ?? Promise.resolve();
  }

  async stop(): Promise<void> {
    await this.back;
    await this.server?.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  get log(): string {
    return this.server?.log() ?? '';
  }
}

/** After how many requests the server is killed, spread over the whole replay. */
function killMoments(kills: number, requests: number): number[] {
  const random = new Random(20200113);
  return Array.from({ length: kills }, (_, i) => Math.floor(((i + 0.2 + 0.6 * random.next()) / kills) * requests));
}

let toldHour = '';

/** How far the replay has come, once for each hour of the hall's day; beside the figures, which go to standard output. */
function tellHour(at: Date, timeZone: string): void {
  const hour = `${String(Math.floor(localTime(at, timeZone).secondOfDay / 3600)).padStart(2, '0')}:00`;
  if (hour !== toldHour) console.error(`  ${hour} in the hall`);
  toldHour = hour;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function run(): Promise<boolean> {
  const options = readOptions();
  const day = chooseDay(parseLog(readFile(options.file)), options.office, options.date);
  const plan = planReplay(day);
  const counters = plan.queues.reduce((sum, queue) => sum + queue.counters, 0);
  console.log(
    `${plan.office} ${plan.date}: ${plan.tickets.length} tickets, ${plan.queues.length} queues, ${counters} counters.`,
  );
  const own = options.url ? null : new ServerOfItsOwn(options.databaseUrl);
  try {
    await own?.start(new Date(`${plan.date}T04:00:00Z`));
    const url = options.url ?? own?.url ?? '';
    // Issue, call, start and complete for each ticket, and a little more.
    const moments = killMoments(options.kills, plan.tickets.length * 4);
    let sent = 0;
    const api = new ApiClient({
      url,
      async lost(attempt) {
        if (!own || options.kills === 0) return false;
        if (attempt > 1) await pause(20);
        await own.whenBack();
        return attempt < 500;
      },
      sent() {
        sent += 1;
        if (own && moments[0] !== undefined && sent >= moments[0]) {
          moments.shift();
          own.crash();
        }
      },
    });
    const client = new HallClient((method, address, headers, body) => api.send(method, address, headers, body));
    if (own) await api.send('POST', '/setup/administrator', {}, ADMINISTRATOR);
    const administrator = await api.signIn(
      options.user ?? ADMINISTRATOR.username,
      options.password ?? ADMINISTRATOR.password,
    );
    sent = 0;
    const clock = await paceOf(client, administrator, options.speed, own);
    const restarts = new RestartChecks(own, client);
    const started = performance.now();
    const summary = await replayDay(plan, {
      client,
      administrator,
      timeZone: options.timeZone,
      guides: options.guides,
      suffix: own ? '' : Date.now().toString(36),
      reach: async (at) => {
        tellHour(at, options.timeZone);
        await clock.reach(at);
      },
      follow: (hall) => {
        const follower = new BoardFollower(url, hall);
        restarts.follower = follower;
        return follower;
      },
      moment: (check) => restarts.check(check),
    });
    const seconds = (performance.now() - started) / 1000;
    if (options.out) fs.writeFileSync(options.out, toCsv(summary.tickets));
    const good = print(summary, client, { seconds, repeated: api.repeated, flagsMeant: clock.simulated });
    return restarts.print() && good;
  } finally {
    await own?.stop();
  }
}

/** Brings the server to each moment: by its test clock where it has one, else by waiting. */
async function paceOf(
  client: HallClient,
  administrator: Record<string, string>,
  speed: number,
  own: ServerOfItsOwn | null,
): Promise<{ simulated: boolean; reach(at: Date): Promise<void> }> {
  let first: { wall: number; at: number } | null = null;
  let simulated: boolean | null = own ? true : null;
  const wait = async (at: Date) => {
    first ??= { wall: performance.now(), at: at.getTime() };
    const due = first.wall + (at.getTime() - first.at) / speed;
    if (due > performance.now()) await pause(due - performance.now());
  };
  return {
    get simulated() {
      return simulated === true;
    },
    async reach(at) {
      await wait(at);
      if (simulated === false) return;
      own?.setClock(at);
      const set = await client.setClock(administrator, at.toISOString());
      if (simulated === null) {
        simulated = set !== null;
        // A server in earnest has no clock to set: the replay goes by the clock on the wall.
        if (!simulated) client.errors.length = 0;
      }
    },
  };
}

/** What must be true after each restart, looked at when everything that was under way has been answered. */
class RestartChecks {
  follower: BoardFollower | null = null;
  private checked = 0;
  private readonly displayMs: number[] = [];
  private countersWrong = 0;

  constructor(
    private readonly own: ServerOfItsOwn | null,
    private readonly client: HallClient,
  ) {}

  async check({ hall, manager, atCounters }: MomentCheck): Promise<void> {
    const { own, follower } = this;
    if (!own || !follower || own.restarts.length === this.checked) return;
    await own.whenBack();
    for (const restart of own.restarts.slice(this.checked)) {
      await follower.until(
        () => follower.connections.some((at) => at >= restart.readyAt - restart.downMs),
        READ_AGAIN_MS,
      );
      const connected = follower.connections.find((at) => at >= restart.readyAt - restart.downMs);
      this.displayMs.push(Math.max(0, (connected ?? performance.now()) - restart.readyAt));
    }
    this.checked = own.restarts.length;
    const counters = await this.client.counters(manager, hall);
    const right = counters.every((c) => (c.ticket?.number ?? undefined) === atCounters.get(c.number));
    if (!right) this.countersWrong += 1;
  }

  print(): boolean {
    const { own, displayMs } = this;
    if (!own || own.restarts.length === 0) return true;
    const down = own.restarts.map((restart) => restart.downMs);
    const most = (list: number[]) => `${(Math.max(...list) / 1000).toFixed(2)} s`;
    console.log(
      [
        `Killed and restarted    ${own.restarts.length} times; away for at most ${most(down)}`,
        `Display right again     at most ${most(displayMs)} after the server's return (must be within 3 s)`,
        `Counters as before      ${this.countersWrong === 0 ? 'after each restart' : `NOT after ${this.countersWrong} restarts`}`,
      ].join('\n'),
    );
    return this.countersWrong === 0 && Math.max(...displayMs) <= 3000;
  }
}

function print(
  summary: ReplaySummary,
  client: HallClient,
  run: { seconds: number; repeated: number; flagsMeant: boolean },
): boolean {
  const waits = waitsOf(summary.tickets);
  const level = summary.serviceLevel;
  const percent = (share: number | null | undefined) => (share == null ? '–' : `${(share * 100).toFixed(1)} %`);
  const zero: [string, number][] = [
    ['Errors', client.errors.length],
    ['Double calls', summary.doubleCalls + summary.doubleCallEvents],
    ['Duplicate numbers', summary.duplicateNumbers + summary.duplicateNumberEvents],
    ['Answered, not recorded', summary.missing],
    ['Recorded, not answered', summary.surplus],
    ['Calls not announced', summary.notAnnounced],
    ['Calls announced twice', summary.announcedTwice],
    ['Announced out of order', summary.announcedOutOfOrder],
    ['Moments display wrong', summary.displayWrong],
  ];
  console.log(
    [
      `Hall                    ${summary.hall}`,
      `Tickets issued          ${summary.tickets.length}`,
      `Calls                   ${summary.calls} (${summary.emptyCalls} found nobody waiting)`,
      `Announced               ${summary.announced}`,
      figuresLine('Waits in the replay', waitFigures(waits)),
      figuresLine('Waits in the log', waitFigures(summary.loggedWaits)),
      `Flags (10:00 crossed)   ${summary.flagged}; waits of 10:00 and more: ${summary.overLimit}`,
      `Service level           ${percent(level?.honest.share)} within 10:00 by the hall's report; of those served ${percent(level?.servedOnly.share)}`,
      `Duration                ${formatDuration(run.seconds)}; ${client.requests} requests, ${Math.round(client.requests / run.seconds)} a second, ${run.repeated} repeated`,
      ...zero.map(([name, count]) => `${name.padEnd(24)}${count}${count === 0 ? '' : '   ← must be 0'}`),
      ...client.errors.slice(0, 5).map((error) => `  ${error.request}: ${error.status} ${error.body}`),
    ].join('\n'),
  );
  const flagsRight = !run.flagsMeant || summary.flagged === summary.overLimit;
  return flagsRight && zero.every(([, count]) => count === 0);
}

run()
  .then((good) => {
    process.exitCode = good ? 0 : 1;
  })
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
