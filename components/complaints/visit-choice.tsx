import { CircleCheck, Search, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import type { RegisterAbout } from '@/components/desk/register-menu';
import { callApi } from '@/components/live/call-api';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ComplaintVisit } from '@/lib/complaints/schema';
import { localName } from '@/lib/i18n/local-name';

const searchAfterMs = 250;

/** The visit it is about: the one in front of me, one that was at a counter just now, one found by its number, or none. */
export function VisitChoice({
  hall,
  visit,
  onChange,
}: {
  hall: string;
  visit: RegisterAbout | null;
  onChange: (visit: RegisterAbout | null) => void;
}) {
  const t = useTranslations('register');
  const locale = useLocale();
  const id = useId();
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<{ number: string; items: ComplaintVisit[] }>({ number: '', items: [] });
  const chosen = visit !== null;

  useEffect(() => {
    if (chosen) return;
    let gone = false;
    const wanted = number.trim();
    const timer = setTimeout(
      async () => {
        const query = wanted ? `?number=${encodeURIComponent(wanted)}` : '';
        const answer = await callApi<{ items: ComplaintVisit[] }>('GET', `/halls/${hall}/complaint-visits${query}`);
        if (!gone) setFound({ number: wanted, items: answer.ok ? answer.value.items : [] });
      },
      wanted ? searchAfterMs : 0,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [hall, number, chosen]);

  if (visit)
    return (
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t('visit')}</span>
        <span className="inline-flex min-h-touch items-center gap-2 rounded-full bg-primary-soft ps-4 font-semibold text-primary-soft-foreground tabular-nums">
          <CircleCheck aria-hidden="true" className="size-5" />
          {visit.number}
          <button
            type="button"
            aria-label={t('visitRemove', { number: visit.number })}
            onClick={() => onChange(null)}
            className="grid size-touch place-items-center rounded-full hover:bg-surface"
          >
            <X aria-hidden="true" className="size-5" />
          </button>
        </span>
      </p>
    );
  const none = number.trim() !== '' && found.number === number.trim() && found.items.length === 0;
  return (
    <div className="grid gap-x-4 gap-y-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
      <Field id={`${id}-visit`} label={t('visit')} hint={t('visitHint')}>
        {(control) => (
          <span className="relative block">
            <Input
              {...control}
              maxLength={12}
              autoComplete="off"
              className="ps-10 uppercase"
              value={number}
              onChange={(event) => setNumber(event.target.value.replace(/[^A-Za-z0-9-]/g, ''))}
            />
            <Search
              aria-hidden="true"
              className="-translate-y-1/2 absolute start-3 top-1/2 size-5 text-muted-foreground"
            />
          </span>
        )}
      </Field>
      <div aria-live="polite" className="flex flex-wrap content-start items-start gap-1.5 sm:pt-7">
        {none ? <p className="min-h-touch content-center text-muted-foreground">{t('visitNone')}</p> : null}
        {found.items.slice(0, 4).map((item) => (
          <Button
            key={item.ticketId}
            variant="secondary"
            onClick={() => onChange({ ticketId: item.ticketId, number: item.number })}
          >
            <span className="font-semibold tabular-nums">{item.number}</span>
            <span className="font-normal">
              {localName(item.serviceNames, locale)}
              {number.trim() ? ` · ${item.serviceDay.slice(5)}` : ''}
            </span>
          </Button>
        ))}
      </div>
    </div>
  );
}
