import { getTranslations } from 'next-intl/server';
import { Banner } from '@/components/ui/banner';

/** Why what was asked by a form of the page was not done, for whoever has no script. */
export async function RefusedDeed({ problem }: { problem: string }) {
  const t = await getTranslations('myTicket');
  const errors = await getTranslations('errors');
  const known = errors.has(problem as 'internal') ? errors(problem as 'internal') : errors('internal');
  return (
    <Banner tone="danger" assertive className="mb-4">
      {problem === 'phone' ? t('phone.wrong') : t('failed', { problem: known })}
    </Banner>
  );
}
