import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { compareLive, fadingErrors } from './live-estimate';
import { backtestCsv, reportOn, reportText, runBacktest, withoutTestDays } from './run-backtest';
import { type LoggedTicket, parseTicketLog } from './ticket-log';

const USAGE = `Usage: npm run backtest -- --train FILE --test FILE [--out CSV]   (ticket logs, .csv or .csv.gz)
       npm run backtest -- --live FILE [--every N]
         fading chosen on the first half of the days and judged on the second; the live estimate of the second half, with
         and without what the hall learned, for every Nth customer who found people waiting (10)`;
const FADES = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

/** Tests the estimates on a log of past tickets. Exit code 2: wrong arguments or unreadable files. */
function main(): number {
  const { values } = parseArgs({
    options: {
      train: { type: 'string' },
      test: { type: 'string' },
      out: { type: 'string' },
      live: { type: 'string' },
      every: { type: 'string', default: '10' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.live !== undefined) {
    judgeLive(readLog(values.live), Math.max(1, Math.floor(Number(values.every)) || 1));
    return 0;
  }
  if (values.train === undefined || values.test === undefined) throw new Error(USAGE);
  const test = readLog(values.test);
  const known = readLog(values.train);
  const train = withoutTestDays(known, test);
  if (train.length < known.length) {
    console.warn(`${known.length - train.length} tickets to learn from are left out: their days are in the test.`);
  }
  const lines = runBacktest(train, test);
  if (values.out !== undefined) writeFileSync(values.out, backtestCsv(lines));
  console.log(reportText(reportOn(lines)));
  return 0;
}

function judgeLive(tickets: readonly LoggedTicket[], every: number): void {
  const errors = fadingErrors(tickets, FADES);
  const chosen = errors.reduce((a, b) => (b.first < a.first ? b : a));
  console.log('fading a day    error, first half    second half (share of the handling time)');
  for (const { fade, first, second } of errors)
    console.log(
      `${fade.toFixed(2).padStart(12)}${first.toFixed(4).padStart(21)}${second.toFixed(4).padStart(15)}${fade === chosen.fade ? '   chosen on the first half' : ''}`,
    );
  console.log('\nthe live estimate knows          waits    MAE   RMSE   bias   within p90   (minutes)');
  for (const { knowledge, scores, kept } of compareLive(tickets, every)) {
    const figures = [scores.mae, scores.rmse, scores.bias].map((value) => value.toFixed(2).padStart(7)).join('');
    console.log(
      `${knowledge.padEnd(30)}${String(scores.count).padStart(8)}${figures}${(100 * kept).toFixed(1).padStart(11)} %`,
    );
  }
}

function readLog(file: string): LoggedTicket[] {
  const bytes = readFileSync(file);
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const { tickets, unreadable, missing } = parseTicketLog((zipped ? gunzipSync(bytes) : bytes).toString('utf8'));
  if (missing.length > 0) throw new Error(`${file}: no column ${missing.join(', ')}`);
  if (unreadable > 0) console.warn(`${file}: ${unreadable} lines left out that cannot be read`);
  return tickets;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
