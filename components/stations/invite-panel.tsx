'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { localName } from '@/lib/i18n/local-name';
import type { ExperienceView } from '@/lib/stations/schema';

/** While a station stands idle: whom of those who wait to invite, those first who will wait longest. */
export function InvitePanel({ view, onDone }: { view: ExperienceView; onDone: () => void }) {
  const t = useTranslations('stations');
  const locale = useLocale();
  const problemText = useProblemText();
  const idle = view.stations.filter(({ id }) => view.idle.includes(id));
  const [chosen, setChosen] = useState<string | null>(null);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const station = idle.find(({ id }) => id === chosen) ?? idle[0];
  const people = view.invite.filter(({ ticketId }) => !done.has(ticketId));
  if (!station || people.length === 0) return null;

  const invite = async (ticketId: string, accepted: boolean) => {
    setProblem(null);
    setDone((ids) => new Set(ids).add(ticketId));
    const answer = await callApi('POST', `/stations/${station.id}/invitations`, { ticketId, accepted });
    if (!answer.ok) {
      setProblem(answer.problem);
      setDone((ids) => new Set([...ids].filter((id) => id !== ticketId)));
    }
    onDone();
  };

  return (
    <section aria-labelledby="invite" className="space-y-3 rounded-xl border border-border bg-surface p-4 shadow-card">
      <div>
        <h2 id="invite" className="font-semibold text-lg leading-snug">
          {t('inviteTitle')}
        </h2>
        <p className="text-muted-foreground">{t('inviteHint', { name: localName(station.names, locale) })}</p>
      </div>
      {idle.length > 1 ? (
        <div className="flex flex-wrap gap-2">
          {idle.map(({ id, names }) => (
            <Chip key={id} pressed={id === station.id} onPressedChange={() => setChosen(id)}>
              {localName(names, locale)}
            </Chip>
          ))}
        </div>
      ) : null}
      {problem ? <Banner tone="danger">{problemText(problem)}</Banner> : null}
      <ul aria-label={t('inviteTitle')} className="divide-y divide-border">
        {people.map(({ ticketId, number, expectedSeconds }) => (
          <li key={ticketId} className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-2 py-2">
            <span className="min-w-0">
              <span className="block font-bold text-xl tabular-nums leading-tight">{number}</span>
              <span className="block text-muted-foreground text-sm">
                {t('stillWaits', { minutes: Math.round(expectedSeconds / 60) })}
              </span>
            </span>
            <Button aria-label={t('comesOf', { number })} onClick={() => invite(ticketId, true)}>
              {t('comes')}
            </Button>
            <Button
              variant="secondary"
              aria-label={t('noThanksOf', { number })}
              onClick={() => invite(ticketId, false)}
            >
              {t('noThanks')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
