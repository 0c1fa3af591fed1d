import { ChevronDown, House } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { cn } from '@/components/ui/class-names';
import { type ManagePageKey, managePagePath, managePagesOf } from '@/lib/doorway/manage-pages';
import type { Actor } from '@/lib/staff/actor';

/**
 * From each of the manager's pages to the others, those that this person may open. Rendered on the server: pages hand
 * it to their screen as a slot. On a phone it is folded into one line that names the page one is on.
 */
export async function ManageNav({
  hall,
  hallId,
  actor,
  current,
}: {
  /** Slug. */
  hall: string;
  hallId: string;
  actor: Actor;
  current: ManagePageKey;
}) {
  const t = await getTranslations('manage');
  const common = await getTranslations('common');
  const entries = managePagesOf(actor, hallId).map((page) => {
    const here = page.key === current;
    return (
      <li key={page.key}>
        <Link
          href={managePagePath(page, hall)}
          prefetch={false}
          aria-current={here ? 'page' : undefined}
          className={cn(
            'flex min-h-touch items-center rounded-lg px-3 font-medium',
            here ? 'bg-primary text-primary-foreground' : 'hover:bg-surface-sunken',
          )}
        >
          {t(`pages.${page.key}`)}
        </Link>
      </li>
    );
  });
  return (
    <nav aria-label={t('nav')} className="print:hidden">
      <details className="group rounded-lg border border-border md:hidden">
        <summary className="flex min-h-touch cursor-pointer list-none items-center justify-between gap-2 px-3 font-medium">
          {t(`pages.${current}`)}
          <ChevronDown aria-hidden="true" className="size-5 group-open:rotate-180" />
        </summary>
        <ul className="grid grid-cols-2 gap-1 border-border border-t p-1">
          <li>
            <a href="/" className="flex min-h-touch items-center rounded-lg px-3 font-medium hover:bg-surface-sunken">
              {common('toStart')}
            </a>
          </li>
          {entries}
        </ul>
      </details>
      <ul className="hidden flex-wrap gap-1 md:flex">
        <li>
          <a
            href="/"
            aria-label={common('toStart')}
            className="grid size-touch place-items-center rounded-lg text-primary hover:bg-surface-sunken"
          >
            <House aria-hidden="true" className="size-5" />
          </a>
        </li>
        {entries}
      </ul>
    </nav>
  );
}
