'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useHallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { LoadingState } from '@/components/ui/loading-state';
import { Sheet } from '@/components/ui/sheet';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { Timer } from '@/components/ui/timer';
import { formatHallTime } from '@/lib/i18n/hall-time';
import type { BehindView, JourneyView } from '@/lib/journey/schema';
import { StandardState } from './standard-state';
import { useStandardTexts } from './use-standard-texts';

/** What is behind a touchpoint's numbers: its standards, who is there now, and what happened there, newest first. */
export function BehindSheet({
  view,
  touchpoint,
  serverOffsetMs,
  onClose,
}: {
  view: JourneyView;
  touchpoint: JourneyView['touchpoints'][number];
  serverOffsetMs: number;
  onClose: () => void;
}) {
  const t = useTranslations('journey');
  const common = useTranslations('common');
  const names = useTranslations('touchpoints');
  const problemText = useProblemText();
  const texts = useStandardTexts();
  const path = `/halls/${encodeURIComponent(view.hall.slug)}/journey/${touchpoint.key}?date=${view.date}`;
  const live = useHallData<BehindView | null>({
    hall: view.hall.slug,
    path,
    touchpoints: view.touchpoints.map(({ key }) => key),
    initial: null,
  });
  const people = live.data?.people ?? [];
  return (
    <Sheet
      open
      size="lg"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={names(touchpoint.key)}
      description={t('behind.summary', { passed: touchpoint.passed, rated: touchpoint.rating?.count ?? 0 })}
      closeLabel={common('close')}
    >
      <ul className="mb-4 divide-y divide-border">
        {touchpoint.standards.map((standard) => (
          <li key={standard.code} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
            <span className="min-w-0 flex-1 font-medium">{texts.name(touchpoint.key, standard.code)}</span>
            <span className="font-bold text-xl tabular-nums">{texts.value(standard.unit, standard.value)}</span>
            <span className="text-muted-foreground text-sm tabular-nums">
              {[
                texts.goal(standard),
                standard.unit === 'share'
                  ? t('behind.share', { kept: standard.sum, count: standard.count })
                  : t('behind.counted', { count: standard.count }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <StandardState met={standard.met} />
          </li>
        ))}
        {touchpoint.rating ? (
          <li className="flex flex-wrap items-baseline gap-x-3 py-2">
            <span className="min-w-0 flex-1 font-medium">{t('rating')}</span>
            <span className="font-bold text-xl tabular-nums">{texts.value('score', touchpoint.rating.value)}</span>
          </li>
        ) : null}
      </ul>
      {live.problem ? <p role="alert">{problemText(live.problem)}</p> : null}
      {live.data === null && !live.problem ? <LoadingState label={common('loading')} lines={4} /> : null}
      {live.data ? (
        <>
          {view.today ? (
            <section className="mb-5">
              <h3 className="mb-1 font-semibold text-lg">{t('behind.people', { count: people.length })}</h3>
              <ul className="grid gap-1 sm:grid-cols-2">
                {people.map((person) => (
                  <li
                    key={person.visitId}
                    className="flex items-center gap-3 rounded-lg bg-surface-sunken px-3 py-2 tabular-nums"
                  >
                    <span className="font-bold text-lg">{person.number ?? t('behind.noNumber')}</span>
                    {person.counterNumber ? (
                      <span className="text-muted-foreground">
                        {t('behind.counter', { number: person.counterNumber })}
                      </span>
                    ) : null}
                    <span className="ms-auto">
                      <Timer since={person.since} at={view.at} serverOffsetMs={serverOffsetMs} />
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <Events key={live.data.items[0]?.id ?? 'none'} view={view} path={path} behind={live.data} />
        </>
      ) : null}
    </Sheet>
  );
}

/** The events of the day at a touchpoint; older ones on demand. */
function Events({ view, path, behind }: { view: JourneyView; path: string; behind: BehindView }) {
  const t = useTranslations('journey.behind');
  const kinds = useTranslations('eventKinds');
  const locale = useLocale();
  const problemText = useProblemText();
  const [older, setOlder] = useState<BehindView[]>([]);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const items = [behind, ...older].flatMap((page) => page.items);
  const cursor = (older.at(-1) ?? behind).nextCursor;

  const more = async () => {
    setPending(true);
    const answer = await callApi<BehindView>('GET', `${path}&after=${cursor}`);
    setPending(false);
    setProblem(answer.ok ? undefined : problemText(answer.problem));
    if (answer.ok) setOlder((pages) => [...pages, answer.value]);
  };

  if (items.length === 0) return <p className="text-muted-foreground">{t('nothing')}</p>;
  return (
    <>
      <Table caption={t('events')}>
        <TableHead>
          <tr>
            <Th>{t('time')}</Th>
            <Th>{t('what')}</Th>
            <Th>{t('number')}</Th>
            <Th>{t('place')}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {items.map((item) => (
            <tr key={item.id}>
              <Td className="tabular-nums">{formatHallTime(item.at, locale, view.hall.timeZone)}</Td>
              <Td>{kinds.has(item.kind as never) ? kinds(item.kind as never) : t('otherKind')}</Td>
              <Td className="tabular-nums">{item.number ?? '–'}</Td>
              <Td>{item.counterNumber ? t('counter', { number: item.counterNumber }) : '–'}</Td>
            </tr>
          ))}
        </TableBody>
      </Table>
      {problem ? <p role="alert">{problem}</p> : null}
      {cursor ? (
        <Button variant="secondary" className="mt-3" pending={pending} onClick={more}>
          {t('older')}
        </Button>
      ) : null}
    </>
  );
}
