import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { LEAVE_REASONS } from './leave-reason';

/** Asks once more, and why, where no script opens the dialog for it. */
export async function LeaveCard({
  token,
  number,
  act,
}: {
  token: string;
  number: string;
  act: (form: FormData) => Promise<void>;
}) {
  const t = await getTranslations('myTicket');
  return (
    <Card title={t('leaveTitle', { number })} className="mb-4">
      <form action={act} className="space-y-2">
        <p>{t('leaveHint')}</p>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="deed" value="cancel" />
        {LEAVE_REASONS.map((reason) => (
          <Button key={reason} type="submit" name="reason" value={reason} variant="secondary" size="lg" block>
            {t(`leaveReason.${reason}`)}
          </Button>
        ))}
        <ButtonLink href={`/t/${token}`} size="lg" block prefetch={false}>
          {t('keep')}
        </ButtonLink>
      </form>
    </Card>
  );
}
