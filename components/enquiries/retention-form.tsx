'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import {
  RETENTION_REASONS,
  RETENTION_RESULTS,
  type RetentionReason,
  type RetentionResult,
} from '@/lib/enquiries/enquiry';

export type RetentionBody = { reason: RetentionReason; words?: string; offer?: string; result: RetentionResult };

/** A customer wants to leave: the real reason first, then what was offered; the last tap is what he decided. */
export function RetentionForm({
  initial,
  pending,
  onResult,
}: {
  /** What is known of a case that is still open. */
  initial?: { reason: RetentionReason; words: string | null; offer: string | null };
  pending: boolean;
  onResult: (body: RetentionBody) => void;
}) {
  const t = useTranslations('enquiries');
  const common = useTranslations('common');
  const [reason, setReason] = useState<RetentionReason | null>(initial?.reason ?? null);
  const [words, setWords] = useState(initial?.words ?? '');
  const [offer, setOffer] = useState(initial?.offer ?? '');
  const [missing, setMissing] = useState(false);
  const decide = (result: RetentionResult) => {
    if (reason === null) {
      setMissing(true);
      return;
    }
    onResult({
      reason,
      result,
      ...(words.trim() ? { words: words.trim() } : {}),
      ...(offer.trim() ? { offer: offer.trim() } : {}),
    });
  };
  return (
    <div className="space-y-4">
      <fieldset>
        <legend className="mb-1.5 font-medium">{t('realReason')}</legend>
        <div className="flex flex-wrap gap-2">
          {RETENTION_REASONS.map((key) => (
            <Chip
              key={key}
              pressed={reason === key}
              onPressedChange={() => {
                setReason(key);
                setMissing(false);
              }}
            >
              {t(`reason.${key}`)}
            </Chip>
          ))}
        </div>
        {missing ? (
          <Banner tone="danger" assertive className="mt-2">
            {t('reasonMissing')}
          </Banner>
        ) : null}
      </fieldset>
      <Field id="retention-words" label={t('inTheirWords')} optionalLabel={common('optional')}>
        {(control) => (
          <Textarea {...control} rows={2} value={words} maxLength={500} onChange={(e) => setWords(e.target.value)} />
        )}
      </Field>
      <Field id="retention-offer" label={t('offer')} hint={t('offerHint')} optionalLabel={common('optional')}>
        {(control) => (
          <Input
            {...control}
            value={offer}
            maxLength={300}
            autoComplete="off"
            onChange={(e) => setOffer(e.target.value)}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-1.5 font-medium">{t('decided')}</legend>
        <div className="grid gap-2 sm:grid-cols-3">
          {RETENTION_RESULTS.map((result) => (
            <Button
              key={result}
              size="lg"
              variant={result === 'stayed' ? 'primary' : 'secondary'}
              pending={pending}
              onClick={() => decide(result)}
            >
              {t(`result.${result}`)}
            </Button>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
