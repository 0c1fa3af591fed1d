import { House } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RegisterMenu } from './register-menu';

/** The line above every staff screen: which hall, which screen, who is signed in, and the way to the start page. */
export function DeskHeader({
  title,
  hallName,
  person,
  facts = [],
  tools,
  hall,
}: {
  title: string;
  hallName: string;
  person: string;
  /** A few figures of the day. */
  facts?: readonly string[];
  /** Small switches of the screen. */
  tools?: ReactNode;
  /** Slug of the hall, where the address of the page does not name it: what is registered belongs to it. */
  hall?: string;
}) {
  const t = useTranslations('common');
  return (
    <header className="flex min-h-touch items-center gap-x-4 gap-y-1 px-1">
      <a
        href="/"
        aria-label={t('toStart')}
        className="grid size-touch shrink-0 place-items-center rounded-lg text-primary hover:bg-surface-sunken"
      >
        <House aria-hidden="true" className="size-6" />
      </a>
      <p className="me-auto min-w-0 truncate">
        <span className="font-semibold text-lg">{hallName}</span>
        <span className="ms-2 text-muted-foreground">{title}</span>
      </p>
      <p className="hidden shrink-0 gap-4 text-muted-foreground tabular-nums sm:flex">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <p className="hidden max-w-48 shrink-0 truncate font-medium sm:block">{person}</p>
      {tools}
      <RegisterMenu hall={hall} />
    </header>
  );
}
