'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { estimateText } from './estimate-text';

/** `estimateText` in the person's language. Needs the namespace `estimate`. */
export function useEstimateText(): (estimate: { p50Seconds: number; p90Seconds: number } | null) => string {
  const t = useTranslations('estimate');
  return useCallback((estimate) => estimateText(t, estimate), [t]);
}
