'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { showToast } from '@/components/ui/toast-store';
import { formatDuration } from '@/lib/i18n/format-duration';
import { formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { LiveBoardView } from '@/lib/realtime/contract';
import type { WhatIfView } from '@/lib/waiting/schema';
import { MoveForm } from './move-form';

type Waits = Pick<WhatIfView['before'], 'p50Seconds' | 'p90Seconds'>;
type Change = WhatIfView['changes'][number];
type Move = { counterNumber: number; serviceCodes: string[] };

/** Services whose promise moves by less than this are not named: it is the noise of the sums. */
const WORTH_NAMING_SECONDS = 60;

/** What opening, closing, widening or moving a counter would do now; worked out when asked for. */
export function WhatIfPanel({
  hall,
  timeZone,
  services,
}: {
  hall: string;
  timeZone: string;
  services: Pick<LiveBoardView['services'][number], 'code' | 'names'>[];
}) {
  const t = useTranslations('live.whatIf');
  const locale = useLocale();
  const problemText = useProblemText();
  const [answer, setAnswer] = useState<WhatIfView>();
  /** The move that the present answer is about; null: about all changes worth a look. */
  const [asked, setAsked] = useState<Move | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  const ask = async (move: Move | null) => {
    setPending(true);
    const query = move
      ? `?${new URLSearchParams({ counterNumber: String(move.counterNumber), serviceCodes: move.serviceCodes.join() })}`
      : '';
    const got = await callApi<WhatIfView>('GET', `/halls/${hall}/what-if${query}`);
    setPending(false);
    setProblem(got.ok ? undefined : got.problem);
    if (!got.ok) return;
    setAnswer(got.value);
    setAsked(move);
  };

  const make = async (change: Change) => {
    setPending(true);
    const { counterId, kind, serviceCodes } = change;
    const made =
      kind === 'close'
        ? await callApi('POST', `/counters/${counterId}/close`)
        : await callApi('POST', `/counters/${counterId}/open`, { serviceCodes });
    setPending(false);
    if (!made.ok) return setProblem(made.problem);
    showToast({ message: t('made', { change: titleOf(change) }) });
    await ask(null);
  };

  const nameOf = (code: string) => {
    const service = services.find((one) => one.code === code);
    return service ? localName(service.names, locale) : code;
  };
  const listOf = (items: readonly string[]) => new Intl.ListFormat(locale).format(items);
  const titleOf = ({ kind, counterNumber, serviceCodes }: Change) =>
    t(kind, { number: counterNumber, services: listOf(serviceCodes.map(nameOf)) });
  const wait = ({ p50Seconds, p90Seconds }: Waits) =>
    p50Seconds === null || p90Seconds === null
      ? t('unknown')
      : t('wait', { middle: formatDuration(p50Seconds), promise: formatDuration(p90Seconds) });
  const promise = (seconds: number | null) => (seconds === null ? t('notServed') : formatDuration(seconds));

  return (
    <Card title={t('title')}>
      <p className="-mt-2 mb-2 text-muted-foreground text-sm">{t('intro')}</p>
      {problem ? <Banner tone="danger">{problemText(problem)}</Banner> : null}
      <div aria-live="polite">
        {answer ? (
          <>
            <Table caption={t('title')} captionHidden>
              <TableHead>
                <tr>
                  <Th>{t('change')}</Th>
                  <Th>{t('newcomer')}</Th>
                  <Th>{t('lateHead')}</Th>
                </tr>
              </TableHead>
              <TableBody>
                <tr>
                  <Th scope="row">{t('now')}</Th>
                  <Td>{wait(answer.before)}</Td>
                  <Td>
                    <InTime {...answer.before} />
                  </Td>
                </tr>
                {answer.changes.map((change) => (
                  <tr key={`${change.kind} ${change.counterNumber} ${change.serviceCodes.join()}`}>
                    <Th scope="row">
                      <span className="block">{titleOf(change)}</span>
                      {change.mine ? (
                        <Button size="sm" variant="secondary" pending={pending} onClick={() => make(change)}>
                          {t('make')}
                        </Button>
                      ) : (
                        <WhoMakes hall={hall} change={change} mayOpen={answer.mayOpen} />
                      )}
                    </Th>
                    <Td>
                      <span className="block">{wait(change)}</span>
                      {changed(answer.before, change).map(({ serviceCode, from, to }) => (
                        <span key={serviceCode} className="block text-muted-foreground text-sm">
                          {t('service', { service: nameOf(serviceCode), from: promise(from), to: promise(to) })}
                        </span>
                      ))}
                    </Td>
                    <Td>
                      <InTime {...change} />
                      {change.saved.length > 0 ? (
                        <span className="block text-sm">{t('saved', { numbers: listOf(change.saved) })}</span>
                      ) : null}
                      {change.lost.length > 0 ? (
                        <span className="block text-sm">{t('lost', { numbers: listOf(change.lost) })}</span>
                      ) : null}
                    </Td>
                  </tr>
                ))}
              </TableBody>
            </Table>
            <p className="my-1 text-muted-foreground text-sm">
              {answer.changes.length === 0
                ? t('nothing')
                : t('at', { time: formatHallTime(answer.at, locale, timeZone) })}
            </p>
          </>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" pending={pending} onClick={() => ask(null)}>
          {asked ? t('all') : answer ? t('again') : t('ask')}
        </Button>
      </div>
      {answer && answer.movable.length > 0 ? (
        <MoveForm movable={answer.movable} nameOf={nameOf} pending={pending} onAsk={ask} />
      ) : null}
    </Card>
  );
}

/** A counter is its clerk's: who is to be asked for the change, or the way to a counter that one may open oneself. */
function WhoMakes({ hall, change, mayOpen }: { hall: string; change: Change; mayOpen: boolean }) {
  const t = useTranslations('live.whatIf');
  const { kind, clerk, counterNumber: number } = change;
  if (kind === 'open' && mayOpen)
    return (
      <ButtonLink size="sm" variant="secondary" href={`/desk/${hall}/counter/${number}`}>
        {t('goOpen', { number })}
      </ButtonLink>
    );
  return (
    <span className="block font-normal text-muted-foreground text-sm">
      {kind === 'open'
        ? t('whoOpens', { number })
        : clerk?.name
          ? t('whoMakes', { number, name: clerk.name })
          : t('someoneMakes', { number })}
    </span>
  );
}

function InTime({ inTime, late }: Pick<Change, 'inTime' | 'late'>) {
  const t = useTranslations('live.whatIf');
  return (
    <>
      <span className="block">{t('inTime', { count: Math.round(inTime) })}</span>
      <span className="block">{t('late', { count: Math.round(late) })}</span>
    </>
  );
}

/** The services whose promise the change moves, in seconds. */
function changed(before: WhatIfView['before'], change: Change) {
  const then = new Map(change.services.map(({ serviceCode, p90Seconds }) => [serviceCode, p90Seconds]));
  return before.services.flatMap(({ serviceCode, p90Seconds: from }) => {
    const to = then.get(serviceCode) ?? null;
    const moves = from === null || to === null ? from !== to : Math.abs(to - from) >= WORTH_NAMING_SECONDS;
    return moves ? [{ serviceCode, from, to }] : [];
  });
}
