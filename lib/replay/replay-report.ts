import { formatDuration } from '@/lib/i18n/format-duration';

/** What became of a ticket in the replay. Times are seconds of the hall's day. */
export interface ReplayedTicket {
  id: string;
  number: string;
  service: string;
  loggedNumber: number;
  issuedAt: number;
  calledAt: number | null;
  completedAt: number | null;
  counterNumber: number | null;
  loggedWaitSeconds: number;
}

export interface WaitFigures {
  mean: number;
  median: number;
  p90: number;
}

/** Mean, middle and ninetieth percentile (nearest rank) of waits in seconds; zeros where there are none. */
export function waitFigures(waits: readonly number[]): WaitFigures {
  if (waits.length === 0) return { mean: 0, median: 0, p90: 0 };
  const sorted = [...waits].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { mean: sorted.reduce((sum, wait) => sum + wait, 0) / sorted.length, median: rank(0.5), p90: rank(0.9) };
}

export function waitsOf(tickets: readonly ReplayedTicket[]): number[] {
  return tickets.flatMap((t) => (t.calledAt === null ? [] : [Math.max(0, t.calledAt - t.issuedAt)]));
}

export function figuresLine(name: string, figures: WaitFigures): string {
  const shown = (seconds: number) => formatDuration(Math.round(seconds)).padStart(8);
  return `${name.padEnd(24)} mean ${shown(figures.mean)}   median ${shown(figures.median)}   p90 ${shown(figures.p90)}`;
}

const COLUMNS = [
  'number',
  'service',
  'logged_number',
  'issued_at',
  'called_at',
  'completed_at',
  'counter',
  'wait_seconds',
  'logged_wait_seconds',
] as const;

/** One line a ticket, in the order of issue. */
export function toCsv(tickets: readonly ReplayedTicket[]): string {
  const lines = tickets.map((t) =>
    [
      t.number,
      t.service,
      t.loggedNumber,
      clockText(t.issuedAt),
      t.calledAt === null ? '' : clockText(t.calledAt),
      t.completedAt === null ? '' : clockText(t.completedAt),
      t.counterNumber ?? '',
      t.calledAt === null ? '' : Math.max(0, t.calledAt - t.issuedAt),
      t.loggedWaitSeconds,
    ].join(','),
  );
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

function clockText(second: number): string {
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${part(second / 3600)}:${part((second / 60) % 60)}:${part(second % 60)}`;
}
