import { LogIn, LogOut, Plus } from 'lucide-react';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { HallTiles } from '@/components/doorway/hall-tiles';
import { PublicHeader } from '@/components/doorway/public-header';
import { SignOutForm } from '@/components/doorway/sign-out-form';
import { StaffTiles } from '@/components/doorway/staff-tiles';
import { DemoAccounts } from '@/components/staff/demo-accounts';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { loadDoorway } from '@/lib/doorway/loaders';
import { env } from '@/lib/platform/env';
import { signOut } from '@/lib/staff/actions';
import { isSetupOpen, loadActor } from '@/lib/staff/loaders';

/** The doorway: takes each person to their screen. */
export default async function DoorwayPage({ searchParams }: PageProps<'/'>) {
  const denied = (await searchParams).denied !== undefined;
  if (await isSetupOpen()) redirect('/setup');
  const { person, halls, destinations, mayCreateHall } = await loadDoorway(await loadActor());
  const t = await getTranslations('doorway');
  const locale = await getLocale();
  const mine = halls.filter((hall) => hall.destinations.length > 0);
  return (
    <>
      <PublicHeader />
      <main className="mx-auto w-full max-w-5xl space-y-10 p-4 pb-12 sm:p-8">
        <div>
          <h1 className="font-bold text-4xl leading-tight">{t('title')}</h1>
          <p className="mt-1 text-lg text-muted-foreground">{t('intro')}</p>
        </div>

        {denied ? <Banner tone="danger">{t('denied')}</Banner> : null}

        <section aria-labelledby="staff" className="space-y-4">
          <div className="flex flex-wrap items-end justify-between gap-3">
            <div>
              <h2 id="staff" className="font-semibold text-2xl">
                {t('staff')}
              </h2>
              <p className="text-muted-foreground">
                {person ? t('signedInAs', { name: person.name }) : t('staffHint')}
              </p>
            </div>
            {person ? (
              <SignOutForm action={signOut}>
                <Button type="submit" variant="secondary">
                  <LogOut aria-hidden="true" />
                  {t('signOut')}
                </Button>
              </SignOutForm>
            ) : (
              <ButtonLink href="/sign-in" size="lg">
                <LogIn aria-hidden="true" />
                {t('signIn')}
              </ButtonLink>
            )}
          </div>
          {person === null ? (
            <StaffTiles destinations={destinations} hall={halls.length === 1 ? halls[0]?.slug : undefined} />
          ) : null}
          {person && halls.length > 0 && mine.length === 0 ? <EmptyState title={t('noScreens')} /> : null}
          {mine.map((hall) => (
            <section key={hall.slug} aria-label={t('inHall', { hall: hall.names[locale] })} className="space-y-2">
              {mine.length > 1 ? <h3 className="font-semibold text-lg">{hall.names[locale]}</h3> : null}
              <StaffTiles destinations={hall.destinations} hall={hall.slug} />
            </section>
          ))}
          {mayCreateHall ? (
            <ButtonLink href="/manage/new" variant={halls.length === 0 ? 'primary' : 'secondary'}>
              <Plus aria-hidden="true" />
              {t('createHall')}
            </ButtonLink>
          ) : null}
          {env().DEMO ? <DemoAccounts level={3} /> : null}
        </section>

        <section aria-labelledby="screens" className="space-y-4">
          <div>
            <h2 id="screens" className="font-semibold text-2xl">
              {t('screens')}
            </h2>
            <p className="text-muted-foreground">{t('screensHint')}</p>
          </div>
          {halls.length > 0 ? (
            <HallTiles halls={halls} />
          ) : (
            <EmptyState title={t('noHalls')}>{t('noHallsHint')}</EmptyState>
          )}
        </section>
      </main>
    </>
  );
}
