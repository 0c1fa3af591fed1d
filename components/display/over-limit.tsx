'use client';

import { ClockAlert, HandHeart } from 'lucide-react';
import type { BoardView } from '@/lib/realtime/contract';
import { Everywhere, InTurn, Say } from './hall-languages';
import { Pages } from './pages';

/** Waits over the limit: the number, an apology, and who is being visited already. Never a name. */
export function OverLimit({ waits, most }: { waits: BoardView['overLimit']; most: number }) {
  return (
    <section
      aria-labelledby="over-limit"
      className="flex min-w-0 flex-1 items-center gap-6 rounded-xl border-2 border-danger bg-danger-soft px-6 text-danger-soft-foreground"
    >
      <ClockAlert aria-hidden="true" className="size-14 shrink-0" />
      <h2 id="over-limit" className="min-w-0 flex-1 text-balance font-semibold text-[1.625rem] leading-tight">
        <InTurn className="items-center">
          <Say text="overLimit" />
        </InTurn>
      </h2>
      <div className="flex shrink-0 items-center gap-4 [&_p]:text-danger-soft-foreground">
        <Pages
          items={waits}
          size={most}
          className="flex gap-3"
          row={({ number, coming }) => (
            <li className="flex items-center gap-2 rounded-md border border-danger/60 px-2 font-bold font-digits text-[3rem] leading-tight tabular-nums tracking-tight">
              {number}
              {coming ? (
                <>
                  <HandHeart aria-hidden="true" className="size-9" />
                  <span className="sr-only">
                    <Everywhere>
                      <Say text="overLimitComing" />
                    </Everywhere>
                  </span>
                </>
              ) : null}
            </li>
          )}
        />
      </div>
    </section>
  );
}
