'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ApiProblem } from './call-api';

/** What went wrong, in the person's language. Needs the namespace `errors`. */
export function useProblemText(): (problem: Pick<ApiProblem, 'code'>) => string {
  const t = useTranslations('errors');
  return useCallback(({ code }) => (t.has(code) ? t(code) : t('internal')), [t]);
}
