'use client';

import { ArrowRight, Repeat2 } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import type { BoardView } from '@/lib/realtime/contract';
import type { CallLayout } from './call-layout';
import { Everywhere, Say } from './hall-languages';
import { Pages } from './pages';

export type Shown = { number: string; counterNumber: number; recall: boolean };

/** About how wide a text of letters and digits is, in its own font size. Sets the size where room is short. */
function widthEm(text: string): number {
  return [...text].reduce((sum, c) => sum + (/\d/.test(c) ? 0.58 : 0.74), 0);
}

/** How wide number and counter are beside each other. */
function callWidthEm({ number, counterNumber }: Shown, besideEm: number): number {
  return widthEm(number) + widthEm(String(counterNumber)) + besideEm;
}

/** The newest call, or the one that is being announced, as large as the room allows. */
export function NewestCall({ call, announcing }: { call: Shown; announcing: boolean }) {
  return (
    <div
      data-testid="newest-call"
      className={cn(
        'relative max-h-[26rem] min-h-[18.5rem] flex-1 rounded-xl bg-primary px-10 pb-10 text-primary-foreground [container-type:size]',
        'outline-8 outline-transparent outline-offset-[-0.75rem]',
        announcing && 'animate-announce outline-primary-foreground',
      )}
    >
      <p
        className="flex h-full items-center justify-between font-bold font-digits leading-none"
        style={{ fontSize: `min(${(100 / callWidthEm(call, 1.5)).toFixed(2)}cqw, 100cqh)` }}
      >
        <span className="tabular-nums tracking-tight">{call.number}</span>
        <ArrowRight aria-hidden="true" className="size-[0.6em]" strokeWidth={3} />
        <span className="tabular-nums tracking-tight">{call.counterNumber}</span>
      </p>
      <p className="absolute inset-x-10 bottom-3 flex justify-between font-semibold text-[2rem] leading-tight">
        {call.recall ? (
          <span className="flex items-center gap-3">
            <Repeat2 aria-hidden="true" className="size-10" />
            <Everywhere className="[&>span+span]:text-primary-foreground">
              <Say text="recall" />
            </Everywhere>
          </span>
        ) : null}
        <Everywhere className="ms-auto [&>span+span]:text-primary-foreground">
          <Say text="counter" />
        </Everywhere>
      </p>
    </div>
  );
}

/** The other called numbers, each at least 120 px high. */
export function CalledGrid({
  calls,
  layout,
  newest,
  announcing,
}: {
  calls: readonly Shown[];
  layout: CallLayout;
  /** The one that stands out, where there is no large field for it. */
  newest?: string | undefined;
  announcing: boolean;
}) {
  if (calls.length === 0) return null;
  const wall = layout.kind === 'wall';
  return (
    <ul
      className={cn('grid min-h-0 gap-2', wall ? 'grid-cols-4' : 'grid-cols-2', layout.kind !== 'hero' && 'flex-1')}
      style={{ gridTemplateRows: `repeat(${layout.rows}, minmax(0, ${layout.kind === 'hero' ? '8.25rem' : '10rem'}))` }}
    >
      {calls.map((call) => {
        const stands = call.number === newest;
        return (
          <li
            key={call.number}
            className={cn(
              '@container min-h-0 min-w-0 rounded-lg font-bold font-digits leading-none outline-4 outline-transparent',
              stands ? 'bg-primary text-primary-foreground' : 'bg-surface',
              stands && announcing && 'animate-announce outline-foreground',
            )}
          >
            <p
              className="flex h-full w-full items-center justify-between tabular-nums"
              style={{
                fontSize: `min(${wall ? 7.5 : 8}rem, ${(100 / callWidthEm(call, wall ? 0.1 : 0.8)).toFixed(2)}cqw)`,
              }}
            >
              <span className={wall ? 'ps-[0.08em] tracking-tighter' : 'ps-[0.2em] tracking-tight'}>{call.number}</span>
              <span className="sr-only">→</span>
              <span
                className={cn(
                  'flex h-full min-w-[1.35em] items-center justify-center rounded-e-lg px-[0.08em] tracking-tighter',
                  stands ? 'bg-primary-foreground text-primary' : 'bg-primary-soft text-primary-soft-foreground',
                )}
              >
                {call.counterNumber}
              </span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Who is at a counter already: of interest to whoever came too late to hear his call. */
export function BeingServed({ calls, rows }: { calls: BoardView['calls']; rows: number }) {
  if (rows === 0 || calls.length === 0) return null;
  return (
    <section aria-labelledby="being-served" className="mt-auto">
      <h2 id="being-served" className="mb-2 font-semibold text-3xl text-muted-foreground">
        <Everywhere>
          <Say text="serving" />
        </Everywhere>
      </h2>
      <Pages
        items={calls}
        size={rows * 5}
        className="grid grid-cols-5 gap-2"
        row={(call) => (
          <li className="flex items-center justify-between rounded-md bg-surface-sunken px-3 py-1.5 font-digits font-semibold text-[2.5rem] leading-tight tabular-nums">
            <span>{call.number}</span>
            <ArrowRight aria-hidden="true" className="size-7 text-muted-foreground" />
            <span>{call.counterNumber}</span>
          </li>
        )}
      />
    </section>
  );
}
