'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LEAVE_REASONS } from './leave-reason';

/** Asks once more, and why: the reason is the tap that confirms. */
export function LeaveDialog({
  open,
  number,
  pending,
  onClose,
  onLeave,
}: {
  open: boolean;
  number: string;
  pending: boolean;
  onClose: () => void;
  onLeave: (reason: string) => void;
}) {
  const t = useTranslations('myTicket');
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t('leaveTitle', { number })}
      description={t('leaveHint')}
      closeLabel={t('keep')}
      size="sm"
    >
      <div className="space-y-2">
        {LEAVE_REASONS.map((reason) => (
          <Button key={reason} variant="secondary" size="lg" block pending={pending} onClick={() => onLeave(reason)}>
            {t(`leaveReason.${reason}`)}
          </Button>
        ))}
        <Button size="lg" block data-autofocus onClick={onClose}>
          {t('keep')}
        </Button>
      </div>
    </Dialog>
  );
}
