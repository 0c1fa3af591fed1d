'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { ReasonDialog } from './reason-dialog';
import { PAUSE_REASONS } from './reasons';

const PLANNED_MINUTES = [5, 10, 15, 30, 45, 60];

/** Why the counter pauses and, where the clerk knows it, for how long: that is a tap more, not a question to answer. */
export function PauseDialog({
  failure,
  pending,
  onPause,
  onClose,
}: {
  failure?: string;
  pending: boolean;
  onPause: (reason: string, plannedSeconds?: number) => void;
  onClose: () => void;
}) {
  const t = useTranslations('counter.pause');
  const pauseReason = useTranslations('pauseReason');
  const [minutes, setMinutes] = useState<number | null>(null);
  return (
    <ReasonDialog
      title={t('title')}
      intro={t('intro')}
      groups={[{ id: 'pause', choices: PAUSE_REASONS.map((code) => ({ id: code, label: pauseReason(code) })) }]}
      failure={failure}
      pending={pending}
      onChoose={(reason) => onPause(reason, minutes === null ? undefined : minutes * 60)}
      onClose={onClose}
    >
      <fieldset className="mb-4">
        <legend className="mb-2 font-semibold">{t('backIn')}</legend>
        <div className="flex flex-wrap gap-2">
          {PLANNED_MINUTES.map((one) => (
            <Chip key={one} pressed={minutes === one} onPressedChange={(on) => setMinutes(on ? one : null)}>
              {t('minutes', { minutes: one })}
            </Chip>
          ))}
        </div>
      </fieldset>
    </ReasonDialog>
  );
}
