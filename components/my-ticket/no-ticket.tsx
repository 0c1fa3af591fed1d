import { getTranslations } from 'next-intl/server';
import { PublicHeader } from '@/components/doorway/public-header';

/** A page without a ticket: why there is none, and the way to a hall. */
export async function NoTicket({ title, text }: { title: string; text: string }) {
  const halls = await getTranslations('halls');
  return (
    <>
      <PublicHeader />
      <main className="mx-auto w-full max-w-lg space-y-3 p-4">
        <h1 className="font-bold text-2xl">{title}</h1>
        <p className="text-muted-foreground">{text}</p>
        <p>
          <a href="/halls" className="inline-flex min-h-touch items-center font-semibold text-primary underline">
            {halls('title')}
          </a>
        </p>
      </main>
    </>
  );
}
