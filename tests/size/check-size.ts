import { spawn, spawnSync } from 'node:child_process';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { freePort } from '@/lib/platform/own-server';
import { browserSwitches, findBrowser } from '@/tests/support/find-browser';
import { startServer } from '@/tests/support/start-server';
import { type ScreenBudget, screens } from './screens';
import { weighScripts } from './script-weight';

/**
 * `npm run check:size`, after `npm run build`: how much compressed script each screen adds to a bare page of the same
 * framework, beside its limit. Fails when a screen is over it, or does not open.
 */
const SIDE_BY_SIDE = 3;
const bareFolder = 'tests/size/bare';
const framework = ['node_modules/next/dist/bin/next'];

async function startBare(): Promise<{ url: string; stop: () => void }> {
  const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const };
  const build = spawnSync(process.execPath, [...framework, 'build', bareFolder], {
    env: environment,
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(`The bare page does not build:\n${build.stdout}${build.stderr}`);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...framework, 'start', bareFolder, '-H', '127.0.0.1', '-p', String(port)], {
    env: environment,
    stdio: 'ignore',
  });
  const deadline = Date.now() + 30_000;
  while (!(await fetch(url).catch(() => null))?.ok) {
    if (Date.now() > deadline) throw new Error('The bare page does not start.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, stop: () => child.kill() };
}

/** By the demo's one tap, as a person does it. */
async function signIn(context: BrowserContext, url: string, username: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.locator(`button[name="username"][value="${username}"]`).click();
  await page.waitForURL(`${url}/`);
  await page.close();
}

/** A number of the demo hall, taken by phone. */
async function takeNumber(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/halls/demo/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ serviceCode: 'plans', channel: 'phone' }),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function weigh(
  browser: Browser,
  url: string,
  { name, path: address, account, limitKB, laterKB = 0 }: ScreenBudget,
  token: string,
  bareBytes: number,
): Promise<{ line: string; ok: boolean }> {
  const path = address.replace('{token}', token);
  const look = async () => {
    const context = await browser.newContext();
    if (account) await signIn(context, url, account);
    const seen = await weighScripts(context, url + path);
    await context.close();
    return seen;
  };
  // What a page asks for before it has loaded depends on how busy the machine is: the better of two looks counts.
  const first = await look();
  const soon = first.bytes - first.lateBytes - bareBytes;
  const weight = laterKB > 0 && soon > limitKB * 1000 ? await look() : first;
  const above = weight.bytes - bareBytes;
  // A page may lead on to its first part.
  const [asked = path] = path.split('?');
  const opened = weight.status === 200 && (weight.path === asked || weight.path.startsWith(`${asked}/`));
  const tooMuch = above > (limitKB + laterKB) * 1000 || above - weight.lateBytes > limitKB * 1000;
  const verdict = opened ? (tooMuch ? 'TOO MUCH' : 'ok') : `does not open (${weight.status} ${weight.path})`;
  const later = laterKB > 0 ? ` + ${laterKB} later (${kilobytes(weight.lateBytes)} came later)` : '';
  const lines = [`${name.padEnd(16)} ${kilobytes(above).padStart(6)} KB of ${limitKB}${later}  ${verdict}`];
  if (process.argv.includes('--files'))
    for (const file of weight.files)
      lines.push(`    ${kilobytes(file.bytes).padStart(6)} ${new URL(file.url).pathname}`);
  return { line: lines.join('\n'), ok: verdict === 'ok' };
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

const endings: (() => unknown)[] = [];
let failed = 0;
try {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserSwitches() });
  endings.push(() => browser.close());
  const bare = await startBare();
  endings.push(bare.stop);
  const server = await startServer({ env: { DEMO: '1', DEMO_PLAY: '0' } });
  endings.push(server.stop);
  const base = await weighScripts(await browser.newContext(), bare.url);
  console.log(`bare framework ${kilobytes(base.bytes)} KB; above it, compressed:`);
  // Names of screens as arguments: only these.
  const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const token = await takeNumber(server.url);
  const asked = screens.filter(({ name }) => only.length === 0 || only.includes(name));
  const weighed = new Map<ScreenBudget, Promise<{ line: string; ok: boolean }>>();
  const next = asked[Symbol.iterator]();
  // Most of the time goes by waiting until a screen is quiet, so a few are opened side by side.
  const work = async () => {
    for (const screen of next) {
      const outcome = weigh(browser, server.url, screen, token, base.bytes);
      weighed.set(screen, outcome);
      await outcome;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  for (const screen of asked) {
    const { line, ok } = (await weighed.get(screen)) ?? { line: `${screen.name} was not weighed`, ok: false };
    console.log(line);
    if (!ok) failed += 1;
  }
} finally {
  for (const end of endings.reverse()) await end();
}
process.exit(failed > 0 ? 1 : 0);
