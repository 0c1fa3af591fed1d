import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { EntryTable } from '@/components/ui/entry-table';
import { Td, Th } from '@/components/ui/table';
import type { HallConfig } from '@/lib/halls/hall-config';
import { localName } from '@/lib/i18n/local-name';
import { secondsText } from '@/lib/settings/clock-text';
import { type ListKey, settingsPath } from '@/lib/settings/section';

interface Row {
  id: string;
  name: string;
  active: boolean;
  /** In the order of `columns`. */
  facts: string[];
}

/** The entries of a section, those out of use among them: they are switched off, not deleted. */
export async function EntryList({
  hall,
  list,
  readOnly,
  saved,
}: {
  hall: HallConfig;
  list: ListKey;
  readOnly: boolean;
  /** The entry that was saved a moment ago. */
  saved: string | undefined;
}) {
  const t = await getTranslations('settings');
  const locale = await getLocale();
  const zoneName = (id: string | null) => {
    const zone = hall.zones.find((one) => one.id === id);
    return zone ? localName(zone.names, locale) : '–';
  };
  const named = <T extends { id: string; names: Record<string, string>; active: boolean }>(
    entries: readonly T[],
    facts: (entry: T) => string[],
  ): Row[] =>
    entries.map((entry) => ({
      id: entry.id,
      name: localName(entry.names, locale),
      active: entry.active,
      facts: facts(entry),
    }));
  const minutes = await getTranslations('common');
  const credit = (entry: { code: string; creditMinutes: number }) => [
    entry.code,
    minutes('minutesShort', { minutes: entry.creditMinutes }),
  ];
  const code = (entry: { code: string }) => [entry.code];
  const tables: Record<ListKey, () => { columns: string[]; rows: Row[] }> = {
    zones: () => ({ columns: [t('field.code')], rows: named(hall.zones, code) }),
    outcomes: () => ({ columns: [t('field.code')], rows: named(hall.outcomes, code) }),
    suggestions: () => ({
      columns: [t('field.serviceIds')],
      rows: named(hall.suggestions, ({ serviceIds }) => [
        hall.services
          .filter((service) => serviceIds.includes(service.id))
          .map((service) => localName(service.names, locale))
          .join(' · ') || t('everyService'),
      ]),
    }),
    classes: () => ({ columns: [t('field.code'), t('field.creditMinutes')], rows: named(hall.classes, credit) }),
    needs: () => ({ columns: [t('field.code'), t('field.creditMinutes')], rows: named(hall.needs, credit) }),
    services: () => ({
      columns: [t('field.letter'), t('field.zoneId'), t('field.handlingTargetSeconds'), t('field.papers')],
      rows: named(hall.services, (service) => [
        service.letter,
        zoneName(service.zoneId),
        secondsText(service.handlingTargetSeconds),
        String(service.papers.length),
      ]),
    }),
    counters: () => ({
      columns: [t('field.zoneId'), t('field.serviceIds'), t('field.stepFree')],
      rows: hall.counters.map((counter) => ({
        id: counter.id,
        name: t('list.counter', { number: counter.number }),
        active: counter.active,
        facts: [
          zoneName(counter.zoneId),
          hall.services
            .filter((service) => counter.serviceIds.includes(service.id))
            .map((service) => `${service.letter} ${localName(service.names, locale)}`)
            .join(' · '),
          counter.stepFree ? t('yes') : t('no'),
        ],
      })),
    }),
  };
  const { columns, rows } = tables[list]();
  if (rows.length === 0)
    return (
      <Card>
        <EmptyState title={t('none')} />
      </Card>
    );
  return (
    <Card flush>
      <EntryTable
        caption={t(`sections.${list}`)}
        columns={[t('list.name'), ...columns, t('list.state')]}
        actions={t('actions')}
      >
        {rows.map((row) => (
          <tr key={row.id} className={row.active ? undefined : 'text-muted-foreground'}>
            <Th scope="row" className="font-medium">
              {row.name}
            </Th>
            {columns.map((column, place) => (
              <Td key={column}>{row.facts[place]}</Td>
            ))}
            <Td>
              {row.id === saved ? <Saved text={t('savedEntry')} /> : null}{' '}
              {row.active ? t('on') : <Badge>{t('off')}</Badge>}
            </Td>
            <Td numeric>
              <ButtonLink
                href={settingsPath(hall.slug, list, row.id)}
                variant="secondary"
                size="sm"
                aria-label={t('list.changeOf', { name: row.name })}
              >
                {readOnly ? '›' : t('list.change')}
              </ButtonLink>
            </Td>
          </tr>
        ))}
      </EntryTable>
    </Card>
  );
}

/** A quiet word beside what was just saved. */
export function Saved({ text }: { text: string }) {
  return (
    <span role="status" className="me-2 font-medium text-success">
      <span aria-hidden="true">✓ </span>
      {text}
    </span>
  );
}
