import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Table, TableBody, TableHead, Td, Th } from '@/components/ui/table';
import type { HallConfig } from '@/lib/halls/hall-config';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { AuditView } from '@/lib/settings/audit-view';
import { settingsPath } from '@/lib/settings/section';
import { auditText } from './audit-text';

/** Who changed what, from what to what: newest first, page by page. */
export async function AuditList({
  hall,
  entries,
  older,
  later,
}: {
  hall: HallConfig;
  entries: readonly AuditView[];
  /** The last entry, if there are older ones. */
  older: string | null;
  /** This is not the first page. */
  later: boolean;
}) {
  const t = await getTranslations('settings');
  const role = await getTranslations('role');
  const locale = await getLocale();
  const texts = (await getMessages()).settings;
  const path = settingsPath(hall.slug, 'audit');
  const who = (entry: AuditView) => entry.who ?? (entry.actorRef === 'system' ? t('audit.system') : t('audit.unknown'));
  const subject = (entry: AuditView) =>
    entry.subject === null ? '' : typeof entry.subject === 'string' ? entry.subject : localName(entry.subject, locale);
  const action = (name: string) => t(`audit.action.${name}` as Parameters<typeof t>[0]);
  const field = (name: string) => (name in texts.field ? t(`field.${name}` as Parameters<typeof t>[0]) : name);
  const tell = (value: unknown, name: string) =>
    auditText(value, name, {
      locale,
      yes: t('yes'),
      no: t('no'),
      nothing: t('audit.nothing'),
      closed: t('closedDay'),
      nameOf: (id) => {
        const one = [...hall.services, ...hall.zones].find((entry) => entry.id === id);
        return one ? localName(one.names, locale) : null;
      },
      roleOf: (name) => role(name as Parameters<typeof role>[0]),
    });
  if (entries.length === 0)
    return (
      <Card>
        <EmptyState title={t('audit.empty')} />
      </Card>
    );
  return (
    <>
      <Card flush>
        <Table caption={t('sections.audit')} captionHidden>
          <TableHead>
            <tr>
              <Th>{t('audit.when')}</Th>
              <Th>{t('audit.who')}</Th>
              <Th>{t('audit.what')}</Th>
              <Th>{t('audit.change')}</Th>
            </tr>
          </TableHead>
          <TableBody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <Td className="whitespace-nowrap align-top tabular-nums">
                  {formatHallDateTime(entry.at, locale, hall.timeZone)}
                </Td>
                <Td className="align-top">{who(entry)}</Td>
                <Td className="align-top">
                  {action(entry.action)} <span className="font-medium">{subject(entry)}</span>
                </Td>
                <Td className="break-words align-top text-sm">
                  <ul>
                    {entry.changes.map((change) => (
                      <li key={change.field}>
                        {change.before === undefined
                          ? t('audit.set', { field: field(change.field), to: tell(change.after, change.field) })
                          : t('audit.fromTo', {
                              field: field(change.field),
                              from: tell(change.before, change.field),
                              to: tell(change.after, change.field),
                            })}
                      </li>
                    ))}
                  </ul>
                </Td>
              </tr>
            ))}
          </TableBody>
        </Table>
      </Card>
      <div className="flex gap-3">
        {later ? (
          <ButtonLink href={path} variant="secondary">
            {t('audit.newest')}
          </ButtonLink>
        ) : null}
        {older ? (
          <ButtonLink href={`${path}?before=${encodeURIComponent(older)}`} variant="secondary">
            {t('audit.older')}
          </ButtonLink>
        ) : null}
      </div>
    </>
  );
}
