import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { MorePages } from './use-hall-pages';

/** Below a list that goes on: one page more. Nothing where the list has ended. */
export function MoreButton({ of }: { of: MorePages & { data: { nextCursor: string | null } | null } }) {
  const t = useTranslations('common');
  if (!of.data?.nextCursor) return null;
  return (
    <Button variant="secondary" block pending={of.loadingMore} onClick={of.showMore}>
      {t('showMore')}
    </Button>
  );
}

/** How many a list shows, and that there are more: “50+”. */
export function countOf({ items, nextCursor }: { items: readonly unknown[]; nextCursor: string | null }): string {
  return `${items.length}${nextCursor ? '+' : ''}`;
}
