'use client';

import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode, useState } from 'react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { EntryTable } from '@/components/ui/entry-table';
import { Input } from '@/components/ui/input';

/**
 * A day's bookings, searched where they are shown: what is typed is somebody's name or telephone number, and goes into
 * no address and no log.
 */
export function DeskList({
  rows,
}: {
  /** `words`: what a row is found by, in small letters; `row`: its `<tr>`. */
  rows: { id: string; words: string; row: ReactNode }[];
}) {
  const t = useTranslations('booking.desk');
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const shown = rows.filter(({ words }) => words.includes(wanted));
  return (
    <>
      <div className="w-56">
        {/* Without a name, and outside of any form. */}
        <Input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          aria-label={t('find')}
          placeholder={t('find')}
          autoComplete="off"
        />
      </div>
      <p role="status" className="sr-only">
        {wanted ? t('found', { count: shown.length }) : null}
      </p>
      <Card flush>
        <EntryTable
          caption={t('title')}
          columns={[t('title'), t('number'), t('customer'), t('state')]}
          actions={t('actions')}
          focusable
          empty={
            shown.length > 0 ? null : <EmptyState title={rows.length > 0 ? t('found', { count: 0 }) : t('none')} />
          }
        >
          {shown.map(({ id, row }) => (
            <Fragment key={id}>{row}</Fragment>
          ))}
        </EntryTable>
      </Card>
    </>
  );
}
