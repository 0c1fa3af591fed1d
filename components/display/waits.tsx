'use client';

import { UsersRound } from 'lucide-react';
import { useLocale } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { useEstimateText } from '@/components/waiting/use-estimate-text';
import { localName } from '@/lib/i18n/local-name';
import type { BoardView } from '@/lib/realtime/contract';
import { Everywhere, InTurn, Say } from './hall-languages';
import { Pages } from './pages';

type Service = BoardView['services'][number];

export function NextInLine({ next }: { next: BoardView['next'] }) {
  return (
    <section aria-labelledby="next">
      <h2 id="next" className="mb-2 font-semibold text-[2rem] leading-tight">
        <Everywhere className="flex-nowrap whitespace-nowrap">
          <Say text="next" />
        </Everywhere>
      </h2>
      {next.length === 0 ? (
        <p className="text-3xl text-muted-foreground">
          <InTurn>
            <Say text="nobodyWaiting" />
          </InTurn>
        </p>
      ) : (
        <ol className="grid grid-cols-4 gap-2">
          {next.slice(0, 8).map(({ number }) => (
            <NextNumber key={number} number={number} />
          ))}
        </ol>
      )}
    </section>
  );
}

function NextNumber({ number }: { number: string }) {
  return (
    <li className="rounded-md bg-surface px-2 text-center font-digits font-semibold text-[3rem] leading-tight tabular-nums tracking-tight">
      {number}
    </li>
  );
}

/** Services with people waiting and the estimate from middle to promise. */
export function ServiceWaits({ services }: { services: Service[] }) {
  return (
    <section aria-labelledby="waits" className="min-h-0">
      <h2 id="waits" className="mb-2 font-semibold text-[2rem] leading-tight">
        <Everywhere className="flex-nowrap whitespace-nowrap">
          <Say text="waits" />
        </Everywhere>
      </h2>
      <Pages
        items={services}
        size={services.length > 6 ? 5 : 6}
        className="grid gap-2"
        row={(service) => <ServiceRow service={service} />}
      />
    </section>
  );
}

/** Next in line and the waits by service in turn, in one row: where the called numbers need all the room. */
export function WaitsInTurn({ board, narrow }: { board: BoardView; narrow: boolean }) {
  const each = narrow ? 2 : 3;
  const pages: ('next' | Service[])[] = ['next'];
  for (let i = 0; i < board.services.length; i += each) pages.push(board.services.slice(i, i + each));
  return (
    <div className="flex min-w-0 flex-1 items-center gap-4 [&>ul]:flex-1">
      <Pages
        items={pages}
        size={1}
        row={(page) => (
          <li>
            {page === 'next' ? (
              <div className="flex items-center gap-5">
                <h2 className="font-semibold text-[2rem] leading-tight">
                  <InTurn>
                    <Say text="next" />
                  </InTurn>
                </h2>
                <ol className="grid flex-1 grid-flow-col gap-2">
                  {board.next.slice(0, narrow ? 4 : 7).map(({ number }) => (
                    <NextNumber key={number} number={number} />
                  ))}
                </ol>
              </div>
            ) : (
              <ul className={cn('grid gap-2', narrow ? 'grid-cols-2' : 'grid-cols-3')}>
                {page.map((service) => (
                  <ServiceRow key={service.code} service={service} />
                ))}
              </ul>
            )}
          </li>
        )}
      />
    </div>
  );
}

function ServiceRow({ service }: { service: Service }) {
  return (
    <li className="min-w-0 rounded-md bg-surface px-4 py-1">
      <InTurn className="text-[1.75rem] leading-tight">
        <ServiceName service={service} />
      </InTurn>
      <p className="flex items-center justify-between gap-4">
        <InTurn className="flex-1 font-semibold text-[2.125rem] leading-tight">
          <Expected service={service} />
        </InTurn>
        <span className="flex items-center gap-2 font-digits font-semibold text-[2.125rem] leading-tight tabular-nums">
          <UsersRound aria-hidden="true" className="size-7 text-muted-foreground" />
          <span aria-hidden="true">{service.waiting}</span>
          <span className="sr-only">
            <InTurn>
              <Say text="waiting" values={{ count: service.waiting }} />
            </InTurn>
          </span>
        </span>
      </p>
    </li>
  );
}

function ServiceName({ service }: { service: Service }) {
  const locale = useLocale();
  return (
    <span className="block truncate">
      <span className="me-3 font-bold text-primary">{service.letter}</span>
      {localName(service.names, locale)}
    </span>
  );
}

function Expected({ service }: { service: Service }) {
  const estimateText = useEstimateText();
  return (
    <span className="block truncate">
      {service.openCounters === 0 && service.waiting === 0 ? (
        <span className="text-muted-foreground">
          <Say text="noCounter" />
        </span>
      ) : (
        estimateText(service.estimate)
      )}
    </span>
  );
}
