'use client';

import { Megaphone } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { localName } from '@/lib/i18n/local-name';
import type { BoardView } from '@/lib/realtime/contract';
import { Everywhere, Say, useSpeaking } from './hall-languages';
import { useStep } from './use-step';

/** How long one campaign stands in one language: long enough to be read, so that two languages make twelve seconds. */
const readMs = 6_000;

/**
 * The hall's campaigns at the foot of the display, one after the other and each in every language of the hall. The strip
 * keeps its size whatever it says, so that called numbers never move; who does not want motion gets no fading.
 */
export function CampaignStrip({ campaigns, quiet }: { campaigns: BoardView['campaigns']; quiet: boolean }) {
  const { languages, at, serverOffsetMs } = useSpeaking();
  const turn = useStep(readMs, at, serverOffsetMs);
  const spoken = Math.max(1, languages.length);
  const shownCampaign = Math.floor(turn / spoken) % campaigns.length;
  const shownLanguage = turn % spoken;
  return (
    <section
      aria-labelledby="campaigns"
      className={cn(
        'flex min-w-0 items-center gap-6 rounded-xl bg-surface-sunken px-6',
        quiet ? 'w-[37rem] shrink-0' : 'flex-1',
      )}
    >
      <h2 id="campaigns" className="sr-only">
        <Everywhere>
          <Say text="campaigns" />
        </Everywhere>
      </h2>
      <Megaphone aria-hidden="true" className={cn('shrink-0 text-primary', quiet ? 'size-10' : 'size-14')} />
      <div className="grid min-w-0 flex-1">
        {campaigns.map(({ id, titles, texts }, i) =>
          languages.map((locale, j) => {
            const shown = i === shownCampaign && j === shownLanguage;
            const text = localName(texts, locale);
            return (
              <p
                key={`${id} ${locale}`}
                lang={locale}
                aria-hidden={!shown}
                className={cn(
                  'min-w-0 self-center transition-opacity duration-700 [grid-area:1/1] motion-reduce:transition-none',
                  shown ? 'opacity-100' : 'opacity-0',
                )}
              >
                <span
                  className={
                    quiet
                      ? 'line-clamp-2 font-semibold text-[1.75rem] leading-tight'
                      : 'block truncate font-semibold text-[2.5rem] leading-tight'
                  }
                >
                  {localName(titles, locale)}
                </span>
                {text && !quiet ? (
                  <span className="block truncate text-[1.75rem] text-muted-foreground leading-tight">{text}</span>
                ) : null}
              </p>
            );
          }),
        )}
      </div>
      {campaigns.length > 1 && !quiet ? (
        <p aria-hidden="true" className="flex shrink-0 gap-2">
          {campaigns.map(({ id }, i) => (
            <span
              key={id}
              className={cn('size-3 rounded-full', i === shownCampaign ? 'bg-foreground' : 'bg-border-strong')}
            />
          ))}
        </p>
      ) : null}
    </section>
  );
}
