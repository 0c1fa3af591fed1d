'use client';

import { Target } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useHallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast-store';
import { formatServiceDay } from '@/lib/i18n/hall-time';
import type { WeakPointNotice as Notice } from '@/lib/weak-points/schema';

/**
 * One line on the screen of whoever owns a weak point: it is his now, its date is near, its date has passed. The most
 * pressing one; reading it brings the next. Nothing for everybody else. Needs the namespaces `touchpoints` and
 * `weakPointNotice`.
 */
export function WeakPointNotice({ hall }: { hall: string }) {
  const t = useTranslations('weakPointNotice');
  const touchpoints = useTranslations('touchpoints');
  const locale = useLocale();
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  const { data, refresh } = useHallData<Notice | null>({
    hall,
    path: `/halls/${hall}/weak-points/notice`,
    touchpoints: ['environment'],
    initial: null,
  });
  const [first, ...others] = data?.items ?? [];
  if (!first) return null;
  const { id, tidings, description, dueOn } = first;
  const what = description || touchpoints(first.touchpoint);
  const read = async () => {
    setPending(true);
    const answer = await callApi('POST', `/weak-points/${id}/seen`);
    if (!answer.ok) showToast({ tone: 'danger', message: problemText(answer.problem) });
    await refresh();
    setPending(false);
  };
  return (
    <Banner
      tone={tidings === 'overdue' ? 'danger' : 'warning'}
      icon={<Target aria-hidden="true" />}
      // On a phone the words have the width, and what can be done stands below them.
      className="!py-1 gap-y-0! [&>div]:basis-72"
      action={
        <span className="ms-auto flex items-center gap-2">
          {tidings === 'overdue' ? null : (
            <Button size="sm" variant="secondary" pending={pending} onClick={read}>
              {t('read')}
            </Button>
          )}
          <a
            href={`/manage/${hall}/weak-points`}
            className="flex min-h-touch items-center px-2 font-semibold underline"
          >
            {t('go')}
          </a>
        </span>
      }
    >
      {t(tidings, { what, day: dueOn ? formatServiceDay(dueOn, locale) : t('noDay') })}
      {others.length > 0 ? ` · ${t('more', { count: others.length })}` : null}
    </Banner>
  );
}
