'use client';

import { Ticket } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { localName } from '@/lib/i18n/local-name';

/** One tap from an enquiry to a number for the service that the question was about. */
export function LikelyTicket({
  names,
  pending,
  className,
  onTake,
}: {
  /** Of the service, by language. */
  names: Record<string, string>;
  pending: boolean;
  className?: string;
  onTake: () => void;
}) {
  const t = useTranslations('enquiries');
  const locale = useLocale();
  return (
    <Button block size="lg" variant="secondary" className={className} pending={pending} onClick={onTake}>
      <Ticket aria-hidden="true" className="size-5" />
      {t('ticketFor', { service: localName(names, locale) })}
    </Button>
  );
}
