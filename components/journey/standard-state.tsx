import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { StateChip } from '@/components/ui/state-chip';

/** Met, missed, or nothing to judge: icon and word, the colour repeats it. */
export function StandardState({ met }: { met: boolean | null }) {
  const t = useTranslations('journey.state');
  if (met === null)
    return (
      <StateChip size="sm" icon={<CircleDashed aria-hidden="true" />}>
        {t('none')}
      </StateChip>
    );
  return met ? (
    <StateChip size="sm" tone="success" icon={<CircleCheck aria-hidden="true" />}>
      {t('met')}
    </StateChip>
  ) : (
    <StateChip size="sm" tone="danger" solid icon={<CircleX aria-hidden="true" />}>
      {t('missed')}
    </StateChip>
  );
}
