'use client';

import { CircleCheck, Copy } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Dialog } from '@/components/ui/dialog';
import type { RegisteredComplaint } from '@/lib/complaints/schema';
import { formatHallChange } from '@/lib/i18n/hall-time';
import { QrCode } from './qr-code';

/** It is taken down: what to tell the customer, and the link with which he follows it. */
export function RegisteredNote({
  hall,
  complaint,
  timeZone,
  onClose,
}: {
  hall: string;
  complaint: RegisteredComplaint;
  timeZone: string;
  onClose: () => void;
}) {
  const t = useTranslations('register');
  const common = useTranslations('common');
  const locale = useLocale();
  const [copied, setCopied] = useState(false);
  const closed = complaint.state === 'closed';
  const link = `${window.location.origin}/complaint/${complaint.token}`;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      closeLabel={common('close')}
      title={
        <span className="flex items-center gap-2">
          <CircleCheck aria-hidden="true" className="size-6 shrink-0 text-success" />
          {t(closed ? 'doneSolved' : 'done', { reference: complaint.reference })}
        </span>
      }
      footer={
        <>
          <ButtonLink variant="secondary" href={`/desk/${hall}/complaints?open=${complaint.id}`}>
            {t('open')}
          </ButtonLink>
          <Button size="lg" onClick={onClose} data-autofocus="">
            {common('done')}
          </Button>
        </>
      }
    >
      <div className="grid items-center gap-4 sm:grid-cols-[1fr_auto]">
        <div className="space-y-3">
          <p className="text-muted-foreground">{t('say')}</p>
          <p className="font-semibold text-xl leading-snug">
            {closed
              ? t('saySolved')
              : t('sayBy', { time: formatHallChange(complaint.promisedAt, new Date(), locale, timeZone) })}
          </p>
          {complaint.remedies.some(({ state }) => state === 'asked') ? (
            <Banner tone="warning">{t('pending')}</Banner>
          ) : null}
          <Button
            variant="secondary"
            onClick={() =>
              navigator.clipboard?.writeText(link).then(
                () => setCopied(true),
                () => {},
              )
            }
          >
            <Copy aria-hidden="true" className="size-5" />
            <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
          </Button>
        </div>
        <figure className="w-44 text-center">
          <QrCode text={link} label={t('follow')} className="w-full rounded-lg border border-border" />
          <figcaption className="mt-1 text-muted-foreground text-sm">{t('follow')}</figcaption>
        </figure>
      </div>
    </Dialog>
  );
}
