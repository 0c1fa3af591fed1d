import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * `npm test`: everything that must hold before a change may go out. Runs each step, tells how long it took, shows the
 * output of what failed, and ends with a line `N passed, N failed` that counts the tests (a failed step without tests
 * of its own counts as one).
 */
type Step = { name: string; command: string[]; report?: { file: string; read: (json: Report) => Count } };
type Count = { passed: number; failed: number };
type Outcome = Count & { ok: boolean };
type Report = {
  numPassedTests?: number;
  numFailedTests?: number;
  numFailedTestSuites?: number;
  stats?: { expected: number; unexpected: number; flaky: number };
  errors?: unknown[];
};

const results = path.resolve('test-results');
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

// A file that could not even be loaded has no failed test, so it counts as one.
const vitestCount = (json: Report): Count => ({
  passed: json.numPassedTests ?? 0,
  failed: Math.max(json.numFailedTests ?? 0, (json.numFailedTestSuites ?? 0) ? 1 : 0),
});
const playwrightCount = ({ stats, errors }: Report): Count => ({
  passed: stats?.expected ?? 0,
  failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (errors?.length ?? 0),
});

function vitest(name: string, projects: string[]): Step {
  const file = path.join(results, `${name}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  return {
    name,
    command: ['npx', 'vitest', 'run', ...chosen, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    report: { file, read: vitestCount },
  };
}

const databases = process.env.TEST_POSTGRES_URL ? ['sqlite', 'postgresql'] : ['sqlite'];
const setup: Step = { name: 'setup', command: ['npm', 'run', '-s', 'setup'] };
const lint: Step = { name: 'lint', command: ['npm', 'run', '-s', 'lint'] };
const typecheck: Step = { name: 'typecheck', command: ['npm', 'run', '-s', 'typecheck'] };
const unit = vitest('unit', ['unit']);
const integration = vitest(`integration (${databases.join(', ')})`, databases);
const build: Step = { name: 'build', command: ['npm', 'run', '-s', 'build'] };
const e2e: Step = {
  name: 'e2e',
  command: ['npx', 'playwright', 'test'],
  report: { file: path.join(results, 'e2e.json'), read: playwrightCount },
};

// The weight of each screen's script, against its limit.
const size: Step = { name: 'size', command: ['npm', 'run', '-s', 'check:size'] };

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    console.log(`Interrupted by ${signal}.`);
    for (const child of running) if (child.pid) process.kill(-child.pid, 'SIGTERM');
    process.exit(1);
  });
}

async function run(step: Step): Promise<Outcome> {
  const started = Date.now();
  if (step.report) fs.rmSync(step.report.file, { force: true });
  const [program = '', ...rest] = step.command;
  // A process group of its own, so that an interrupted run takes its servers and browsers along.
  const child = spawn(program, rest, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  running.add(child);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  const code = await new Promise<number>((resolve) => {
    child.once('close', (status) => resolve(status ?? 1));
    child.once('exit', () => running.delete(child));
    child.once('error', (error) => {
      output.push(String(error));
      resolve(1);
    });
  });
  const counted = step.report ? readCount(step.report) : { passed: 0, failed: 0 };
  const ok = code === 0 && counted.failed === 0;
  const failed = ok ? 0 : Math.max(1, counted.failed);
  if (!ok) console.log(`\n──── ${step.name} failed ────\n${output.join('')}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  const tests = step.report ? `  ${counted.passed} passed, ${failed} failed` : '';
  console.log(`${ok ? '✓' : '✗'} ${step.name.padEnd(34)}${seconds} s${tests}`);
  return { ok, passed: counted.passed, failed };
}

function readCount({ file, read }: NonNullable<Step['report']>): Count {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  return read(JSON.parse(fs.readFileSync(file, 'utf8')));
}

async function runAll(): Promise<Outcome[]> {
  fs.mkdirSync(results, { recursive: true });
  const prepared = await run(setup);
  if (!prepared.ok) return [prepared];
  // Type checking reads the types that a build writes, so it goes before the build.
  const checked = await Promise.all([run(lint), run(typecheck)]);
  const [built, tried] = await Promise.all([run(build), run(unit)]);
  const tested = await run(integration);
  const travelled = built.ok ? [await run(e2e), await run(size)] : [];
  return [...checked, built, tried, tested, ...travelled];
}

const started = Date.now();
const outcomes = await runAll();
const sum = (key: keyof Count) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s`);
if (!process.env.TEST_POSTGRES_URL) console.log('PostgreSQL was not tested: TEST_POSTGRES_URL is not set.');
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
