import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { EntryTable } from '@/components/ui/entry-table';
import { Td, Th } from '@/components/ui/table';
import type { HallConfig } from '@/lib/halls/hall-config';
import { formatSpan } from '@/lib/i18n/format-range';
import { formatHallDay } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import { hoursValues } from '@/lib/settings/form-values';
import { settingsPath } from '@/lib/settings/section';
import { EntryButton } from './entry-button';
import { Saved } from './entry-list';
import { fieldsOf } from './field-texts';
import { SettingsForm } from './settings-form';

/** The week, and the days that differ from it. */
export async function HoursSection({
  hall,
  readOnly,
  now,
  saved,
}: {
  hall: HallConfig;
  readOnly: boolean;
  now: Date;
  saved: string | undefined;
}) {
  const t = await getTranslations('settings');
  const locale = await getLocale();
  return (
    <>
      <Card title={t('field.weeklyHours')}>
        <SettingsForm
          target={{ form: 'hours', hall: hall.slug, id: hall.id }}
          fields={await fieldsOf('hours', hall)}
          values={hoursValues(hall)}
          readOnly={readOnly}
          preview={{
            kind: 'hours',
            timeZone: hall.timeZone,
            exceptions: hall.exceptions,
            now: now.toISOString(),
          }}
        />
      </Card>
      <Card
        title={t('field.exceptions')}
        flush
        actions={
          readOnly ? null : (
            <ButtonLink href={settingsPath(hall.slug, 'hours', 'new')} variant="secondary" size="sm">
              {t('list.addException')}
            </ButtonLink>
          )
        }
      >
        <EntryTable
          caption={t('field.exceptions')}
          columns={[t('field.date'), t('field.hours'), t('field.reason')]}
          actions={t('actions')}
          empty={hall.exceptions.length === 0 ? <EmptyState title={t('list.noExceptions')} /> : null}
        >
          {hall.exceptions.map((day) => {
            // The date is the hall's own day, so it is written as it is and not moved to a zone.
            const date = formatHallDay(`${day.date}T00:00:00Z`, locale, 'UTC');
            return (
              <tr key={day.id}>
                <Th scope="row" className="font-medium">
                  {date}
                </Th>
                <Td>{day.hours.length === 0 ? t('closedDay') : day.hours.map(formatSpan).join(', ')}</Td>
                <Td>{localName(day.reason, locale)}</Td>
                <Td>
                  <div className="flex items-start justify-end gap-2">
                    {day.id === saved ? <Saved text={t('savedEntry')} /> : null}
                    <ButtonLink
                      href={settingsPath(hall.slug, 'hours', day.id)}
                      variant="secondary"
                      size="sm"
                      aria-label={t('list.changeOf', { name: date })}
                    >
                      {readOnly ? '›' : t('list.change')}
                    </ButtonLink>
                    {readOnly ? null : (
                      <EntryButton
                        act="removeException"
                        hall={hall.slug}
                        id={day.id}
                        label={t('removeShort')}
                        name={t('list.removeException', { date })}
                        final
                      />
                    )}
                  </div>
                </Td>
              </tr>
            );
          })}
        </EntryTable>
      </Card>
    </>
  );
}
