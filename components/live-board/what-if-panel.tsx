'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import { formatDuration } from '@/lib/i18n/format-duration';
import { formatHallTime } from '@/lib/i18n/hall-time';
import type { WhatIfView } from '@/lib/waiting/schema';

type Waits = WhatIfView['before'];

/** What opening or closing a counter would do now; worked out when asked for. */
export function WhatIfPanel({ hall, timeZone }: { hall: string; timeZone: string }) {
  const t = useTranslations('live.whatIf');
  const locale = useLocale();
  const problemText = useProblemText();
  const [answer, setAnswer] = useState<WhatIfView>();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  const ask = async () => {
    setPending(true);
    const got = await callApi<WhatIfView>('GET', `/halls/${hall}/what-if`);
    setPending(false);
    setProblem(got.ok ? undefined : got.problem);
    if (got.ok) setAnswer(got.value);
  };

  const wait = ({ p50Seconds, p90Seconds }: Waits) =>
    p50Seconds === null || p90Seconds === null
      ? t('unknown')
      : t('wait', { middle: formatDuration(p50Seconds), promise: formatDuration(p90Seconds) });

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
                  <Td>{t('late', { count: Math.round(answer.before.late) })}</Td>
                </tr>
                {answer.changes.map((change) => (
                  <tr key={`${change.kind} ${change.counterNumber}`}>
                    <Th scope="row">{t(change.kind, { number: change.counterNumber })}</Th>
                    <Td>{wait(change)}</Td>
                    <Td>{t('late', { count: Math.round(change.late) })}</Td>
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
      <Button variant="secondary" pending={pending} onClick={ask}>
        {answer ? t('again') : t('ask')}
      </Button>
    </Card>
  );
}
