import { getTranslations } from 'next-intl/server';
import { PublicHeader } from '@/components/doorway/public-header';

/** A token that is none of ours: mistyped, or of a ticket that is long forgotten. */
export async function UnknownTicket() {
  const t = await getTranslations('myTicket');
  const halls = await getTranslations('halls');
  return (
    <>
      <PublicHeader />
      <main className="mx-auto w-full max-w-lg space-y-3 p-4">
        <h1 className="font-bold text-2xl">{t('unknownTitle')}</h1>
        <p className="text-muted-foreground">{t('unknownIntro')}</p>
        <p>
          <a href="/halls" className="inline-flex min-h-touch items-center font-semibold text-primary underline">
            {halls('title')}
          </a>
        </p>
      </main>
    </>
  );
}
