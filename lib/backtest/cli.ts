import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { backtestCsv, reportOn, reportText, runBacktest, withoutTestDays } from './run-backtest';
import { type LoggedTicket, parseTicketLog } from './ticket-log';

const USAGE = 'Usage: npm run backtest -- --train FILE --test FILE [--out CSV]   (ticket logs, .csv or .csv.gz)';

/** Tests the estimates on a log of past tickets. Exit code 2: wrong arguments or unreadable files. */
function main(): number {
  const { values } = parseArgs({
    options: {
      train: { type: 'string' },
      test: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
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
