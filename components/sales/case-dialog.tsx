'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ApiProblem } from '@/components/live/call-api';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import { CASE_KINDS, CASE_REASONS, type CaseKind, REPAIR_RESULTS } from '@/lib/sales/sale';
import type { SaleView } from '@/lib/sales/schema';

/** A device came back (what for and why), or a repair has its result: two taps, or one. */
export function CaseDialog({
  sale,
  repair,
  onSend,
  onClose,
}: {
  sale: SaleView;
  /** The open repair that has a result now; null: the device comes back. */
  repair: string | null;
  /** Answers what is wrong, or null. */
  onSend: (path: string, body: object) => Promise<ApiProblem | null>;
  onClose: () => void;
}) {
  const t = useTranslations('sales');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const [kind, setKind] = useState<CaseKind>('repair');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [pending, setPending] = useState(false);
  const send = async (path: string, body: object) => {
    setPending(true);
    const wrong = await onSend(path, body);
    setPending(false);
    setProblem(wrong);
    if (!wrong) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('caseTitle', { model: sale.model })}
      closeLabel={common('close')}
    >
      <div className="space-y-4">
        {problem ? (
          <Banner tone="danger" assertive>
            {problemText(problem)}
          </Banner>
        ) : null}
        {repair ? (
          <div className="grid gap-2">
            {REPAIR_RESULTS.map((result) => (
              <Button
                key={result}
                variant="secondary"
                size="lg"
                disabled={pending}
                onClick={() => send(`/repairs/${repair}/close`, { result })}
              >
                {t(`repairResults.${result}`)}
              </Button>
            ))}
          </div>
        ) : (
          <>
            <div className="flex flex-wrap gap-1.5">
              {CASE_KINDS.map((each) => (
                <Chip key={each} pressed={kind === each} onPressedChange={() => setKind(each)}>
                  {t(`caseKinds.${each}`)}
                </Chip>
              ))}
            </div>
            <section className="space-y-2">
              <h3 className="font-semibold">{t('caseWhy')}</h3>
              <div className="grid gap-2 sm:grid-cols-2">
                {CASE_REASONS.map((reason) => (
                  <Button
                    key={reason}
                    variant="secondary"
                    size="lg"
                    disabled={pending}
                    onClick={() => send(`/sales/${sale.id}/cases`, { kind, reason })}
                  >
                    {t(`reasons.${reason}`)}
                  </Button>
                ))}
              </div>
            </section>
          </>
        )}
      </div>
    </Dialog>
  );
}
