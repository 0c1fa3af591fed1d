'use client';

import { Check, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { PhotoField } from '@/components/attachments/photo-field';
import { cn } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { localName } from '@/lib/i18n/local-name';
import type { RoundsView, TemplateView } from '@/lib/rounds/schema';
import type { WalkAnswer } from './walk-draft';

export const DUE_MINUTES = [30, 120, 480, 1440] as const;

/** One item of a walk: in order or not, each one tap; what is not gets a note, a picture, an owner and a time. */
export function WalkItem({
  hall,
  number,
  item,
  answer,
  missing,
  colleagues,
  onAnswer,
}: {
  hall: string;
  number: number;
  item: TemplateView['items'][number];
  answer: WalkAnswer | undefined;
  /** It was left out when signing was tried. */
  missing: boolean;
  colleagues: RoundsView['colleagues'];
  onAnswer: (change: Partial<WalkAnswer>) => void;
}) {
  const t = useTranslations('rounds');
  const locale = useLocale();
  const name = localName(item.names, locale);
  const choice = (ok: boolean) => {
    const pressed = answer?.ok === ok;
    const Icon = ok ? Check : X;
    return (
      <button
        type="button"
        aria-pressed={pressed}
        aria-label={t(ok ? 'okOf' : 'notOkOf', { name })}
        onClick={() => onAnswer({ ok })}
        className={cn(
          'flex min-h-14 w-[4.75rem] shrink-0 flex-col items-center justify-center rounded-lg border-2 px-1 font-semibold text-sm leading-tight',
          pressed && ok && 'border-success bg-success text-success-foreground',
          pressed && !ok && 'border-danger bg-danger text-danger-foreground',
          !pressed && 'border-border-strong bg-surface hover:bg-surface-sunken',
        )}
      >
        <Icon aria-hidden="true" className="size-6" />
        {t(ok ? 'ok' : 'notOk')}
      </button>
    );
  };
  return (
    <li
      id={`item-${item.id}`}
      className={cn(
        'scroll-mt-24 rounded-xl border bg-surface p-3 shadow-card',
        missing ? 'border-2 border-danger' : 'border-border',
      )}
    >
      <fieldset>
        <legend className="sr-only">{name}</legend>
        <div className="flex items-center gap-2">
          <div className="min-w-0 flex-1">
            <p className="text-muted-foreground text-sm">
              {number}. {t(`six.${item.six}`)}
              {item.zoneNames ? ` · ${localName(item.zoneNames, locale)}` : ''}
            </p>
            <p className="font-medium leading-snug">{name}</p>
            {missing ? <p className="font-medium text-danger text-sm">⚠ {t('missing')}</p> : null}
          </div>
          {choice(true)}
          {choice(false)}
        </div>
      </fieldset>
      {answer && !answer.ok ? (
        <div className="mt-3 space-y-3 border-border border-t pt-3">
          <Field id={`note-${item.id}`} label={t('note')}>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={500}
                value={answer.note}
                onChange={(event) => onAnswer({ note: event.target.value })}
              />
            )}
          </Field>
          <PhotoField hall={hall} label={name} ids={answer.photoIds} onChange={(photoIds) => onAnswer({ photoIds })} />
          <div className="grid grid-cols-2 gap-3">
            <Field id={`owner-${item.id}`} label={t('owner')}>
              {(control) => (
                <Select
                  {...control}
                  value={answer.ownerRef}
                  onChange={(event) => onAnswer({ ownerRef: event.target.value })}
                >
                  {colleagues.map(({ ref, name: colleague }) => (
                    <option key={ref} value={ref}>
                      {colleague}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field id={`due-${item.id}`} label={t('rightBy')}>
              {(control) => (
                <Select
                  {...control}
                  value={answer.dueMinutes}
                  onChange={(event) => onAnswer({ dueMinutes: Number(event.target.value) })}
                >
                  {DUE_MINUTES.map((minutes) => (
                    <option key={minutes} value={minutes}>
                      {minutes < 60 ? t('inMinutes', { count: minutes }) : t('inHours', { count: minutes / 60 })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
        </div>
      ) : null}
    </li>
  );
}
