'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Where else somebody on the floor has to do, each a screen of its own. */
export function MorePart({
  links,
  children,
}: {
  links: readonly { key: string; href: string; title: string; hint: string }[];
  children?: ReactNode;
}) {
  const t = useTranslations('floor');
  return (
    <div className="space-y-5">
      {children}
      <nav aria-label={t('otherScreens')}>
        <ul className="divide-y divide-border rounded-xl border border-border bg-surface">
          {links.map(({ key, href, title, hint }) => (
            <li key={key}>
              <a href={href} className="flex min-h-16 items-center gap-3 px-4 py-2 hover:bg-surface-sunken">
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold text-lg leading-snug">{title}</span>
                  <span className="block text-muted-foreground leading-snug">{hint}</span>
                </span>
                <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted-foreground" />
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
