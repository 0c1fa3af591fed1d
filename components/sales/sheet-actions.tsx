'use client';

import { ArrowLeft, FileCheck2, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiProblem, callApi } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { StateChip } from '@/components/ui/state-chip';

/** Above the sheet, not on paper: print it, say that it was handed over, go back. */
export function SheetActions({ hall, saleId, handed }: { hall: string; saleId: string; handed: boolean }) {
  const t = useTranslations('sales');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const [done, setDone] = useState(handed);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const hand = async () => {
    setPending(true);
    const answer = await callApi('POST', `/sales/${saleId}/sheet`);
    setPending(false);
    if (answer.ok) setDone(true);
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <div className="mx-auto mb-4 max-w-2xl space-y-2 print:hidden">
      {problem ? (
        <Banner tone="danger" assertive>
          {problemText(problem)}
        </Banner>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink variant="ghost" href={`/desk/${hall}/sales`}>
          <ArrowLeft aria-hidden="true" className="size-5" />
          {common('back')}
        </ButtonLink>
        <Button variant="secondary" onClick={() => window.print()} className="ms-auto">
          <Printer aria-hidden="true" className="size-5" />
          {t('print')}
        </Button>
        {done ? (
          <StateChip icon={<FileCheck2 aria-hidden="true" />} tone="success">
            {t('handed')}
          </StateChip>
        ) : (
          <Button pending={pending} onClick={hand}>
            {t('handSheet')}
          </Button>
        )}
      </div>
    </div>
  );
}
