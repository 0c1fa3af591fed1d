'use client';

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { RegisterMenu } from '@/components/desk/register-menu';
import { ConnectionBanner } from '@/components/live/connection-banner';
import type { HallData } from '@/components/live/use-hall-data';
import { useProblemText } from '@/components/live/use-problem-text';
import { Banner } from '@/components/ui/banner';

/** A manager's page that shows facts of the hall: navigation, title, what is wrong with the data, and the page itself. */
export function ManageFrame({
  title,
  hallName,
  nav,
  localeSwitch,
  actions,
  live,
  children,
}: {
  title: string;
  hallName: string;
  nav: ReactNode;
  localeSwitch: ReactNode;
  /** The page's main action. */
  actions?: ReactNode;
  live: Pick<HallData<unknown>, 'connection' | 'ageSeconds' | 'problem'>;
  children: ReactNode;
}) {
  const problemText = useProblemText();
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[90rem] flex-col gap-4 p-4">
      {nav}
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="me-auto flex flex-wrap items-baseline gap-x-3">
          <h1 className="font-bold text-2xl leading-tight">{title}</h1>
          <p className="text-lg text-muted-foreground">{hallName}</p>
        </div>
        {actions}
        <RegisterMenu />
        {localeSwitch}
      </header>
      <ConnectionBanner connection={live.connection} ageSeconds={live.ageSeconds} />
      {live.problem ? (
        <Banner tone="danger" icon={<CircleAlert aria-hidden="true" />}>
          {problemText(live.problem)}
        </Banner>
      ) : null}
      {children}
    </main>
  );
}
