'use client';

import { CheckCheck, Clock, Hourglass, RotateCcw, TimerOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Photo } from '@/components/attachments/photo';
import { callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { StateChip } from '@/components/ui/state-chip';
import { showToast } from '@/components/ui/toast-store';
import { formatHallChange, formatHallTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { TaskView } from '@/lib/rounds/schema';

/** What a round found wrong: whose it is, by when, and the next step in one tap. */
export function TaskCard({
  hall,
  task,
  at,
  timeZone,
  lead,
  onChanged,
}: {
  hall: string;
  task: TaskView;
  at: string;
  timeZone: string;
  lead: boolean;
  onChanged: () => void;
}) {
  const t = useTranslations('rounds');
  const photos = useTranslations('photos');
  const locale = useLocale();
  const problemText = useProblemText();
  const [pending, setPending] = useState<string>();
  const name = localName(task.names, locale);
  const when = formatHallChange(task.dueAt, new Date(at), locale, timeZone);

  const act = async (step: 'done' | 'good' | 'back') => {
    setPending(step);
    const path = `/halls/${hall}/tasks/${task.id}/${step === 'done' ? 'done' : 'check'}`;
    const answer = await callApi('POST', path, step === 'done' ? {} : { ok: step === 'good' });
    setPending(undefined);
    showToast(
      answer.ok
        ? { message: t(`toast.${step}`, { name }) }
        : { tone: 'danger', message: `${name}: ${problemText(answer.problem)}` },
    );
    onChanged();
  };

  return (
    <Card title={name} level={3} className={task.overdue ? 'border-2 border-danger' : undefined}>
      <div className="space-y-2">
        <div className="flex flex-wrap gap-1.5">
          {task.state === 'done' ? (
            <StateChip tone="primary" icon={<Hourglass aria-hidden="true" />}>
              {t('awaitsCheck')}
            </StateChip>
          ) : task.overdue ? (
            <StateChip tone="danger" solid icon={<TimerOff aria-hidden="true" />}>
              {t('overdueSince', { time: when })}
            </StateChip>
          ) : (
            <StateChip icon={<Clock aria-hidden="true" />}>{t('rightByTime', { time: when })}</StateChip>
          )}
        </div>
        <p className="text-muted-foreground text-sm">
          {t(`six.${task.six}`)}
          {task.zoneNames ? ` · ${localName(task.zoneNames, locale)}` : ''} · {t('ownedBy', { name: task.owner.name })}
        </p>
        {task.note ? <p className="whitespace-pre-line">{task.note}</p> : null}
        {task.state === 'open' && task.checked ? (
          <p className="text-sm">
            {t('sentBack', { name: task.checked.name ?? '', time: formatHallTime(task.checked.at, locale, timeZone) })}
          </p>
        ) : null}
        {task.state === 'done' && task.done ? (
          <p className="text-sm">
            {t('doneBy', { name: task.done.name ?? '', time: formatHallTime(task.done.at, locale, timeZone) })}
          </p>
        ) : null}
        {task.photoIds.length > 0 ? (
          <div className="flex flex-wrap gap-2">
            {task.photoIds.map((id, i) => (
              <Photo key={id} hall={hall} id={id} label={photos('of', { number: i + 1, thing: name })} />
            ))}
          </div>
        ) : null}
        {task.state === 'open' ? (
          <Button block pending={pending === 'done'} aria-label={t('doneOf', { name })} onClick={() => act('done')}>
            <CheckCheck aria-hidden="true" className="size-5 shrink-0" />
            {t('markDone')}
          </Button>
        ) : null}
        {task.state === 'done' && lead ? (
          <div className="grid grid-cols-2 gap-2">
            <Button pending={pending === 'good'} aria-label={t('goodOf', { name })} onClick={() => act('good')}>
              <CheckCheck aria-hidden="true" className="size-5 shrink-0" />
              {t('good')}
            </Button>
            <Button
              variant="secondary"
              pending={pending === 'back'}
              aria-label={t('sendBackOf', { name })}
              onClick={() => act('back')}
            >
              <RotateCcw aria-hidden="true" className="size-5 shrink-0" />
              {t('sendBack')}
            </Button>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
