import { getTranslations } from 'next-intl/server';
import { NoTicket } from './no-ticket';

/** A token that is none of ours: mistyped, or of a ticket that is long forgotten. */
export async function UnknownTicket() {
  const t = await getTranslations('myTicket');
  return <NoTicket title={t('unknownTitle')} text={t('unknownIntro')} />;
}
