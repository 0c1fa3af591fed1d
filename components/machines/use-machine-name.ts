'use client';

import { useTranslations } from 'next-intl';
import type { MachineView } from '@/lib/machines/schema';

/** What staff call a machine: its kind and number. Needs the namespace `machines`. */
export function useMachineName(): (machine: Pick<MachineView, 'kind' | 'number'>) => string {
  const t = useTranslations('machines');
  return ({ kind, number }) => t('name', { kind: t(`kinds.${kind}`), number });
}
