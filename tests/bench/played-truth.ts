import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { playBefore, setUpDemo } from '@/lib/demo/duties';
import { buildHouse } from '@/lib/door/house';
import { openDatabase } from '@/lib/platform/db/client';
import { applyMigrations } from '@/lib/platform/db/migrate';

/*
 * How true the live estimate is: plays hours of the demo hall, which begins without any past, and sets what each
 * customer was told beside what happened, hour by hour. Unlike the backtest it goes through the product itself: its
 * door, its learning, its correction. Prints figures; judges nothing. Argument: hours to play.
 */

const HOURS = Number(process.argv[2] ?? 6);
const NOW = new Date('2026-11-18T09:00:00Z');

interface Told {
  hour: string;
  p50: number;
  p90: number;
  wait: number;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-truth-'));
try {
  const url = `file:${path.join(folder, 'hall.db')}`;
  await applyMigrations(url);
  const db = await openDatabase(url);
  const house = buildHouse({
    db,
    shared: false,
    clock: { now: () => NOW },
    secret: 'a secret of thirty-two characters',
  });
  await setUpDemo(house, HOURS * 3600);
  await playBefore(house, HOURS * 3600);
  const legs = await db.ticketLeg.findMany({
    where: { startedAt: { not: null }, estimateP90Seconds: { not: null } },
    orderBy: { waitingSince: 'asc' },
  });
  const told = legs.map(
    (leg): Told => ({
      hour: leg.waitingSince.toISOString().slice(11, 13),
      p50: leg.estimateP50Seconds ?? 0,
      p90: leg.estimateP90Seconds ?? 0,
      wait: leg.waitSeconds,
    }),
  );
  console.log('\nhour   told    kept  longer than middle   middle    wait  off by, s');
  for (const hour of new Set(told.map((one) => one.hour)))
    print(
      hour,
      told.filter((one) => one.hour === hour),
    );
  print('all', told);
  await db.$disconnect();
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

function print(name: string, list: readonly Told[]): void {
  const mean = (value: (one: Told) => number) => list.reduce((sum, one) => sum + value(one), 0) / list.length;
  const share = (value: (one: Told) => boolean) => `${(100 * mean((one) => Number(value(one)))).toFixed(0)} %`;
  const columns = [
    String(list.length).padStart(6),
    share((one) => one.wait <= one.p90).padStart(7),
    share((one) => one.wait > one.p50).padStart(14),
    mean((one) => one.p50)
      .toFixed(0)
      .padStart(14),
    mean((one) => one.wait)
      .toFixed(0)
      .padStart(7),
    mean((one) => Math.abs(one.wait - one.p50))
      .toFixed(0)
      .padStart(10),
  ];
  console.log(`${name.padEnd(4)} ${columns.join(' ')}`);
}
