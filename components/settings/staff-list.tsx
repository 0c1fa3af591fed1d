import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EntryTable } from '@/components/ui/entry-table';
import { Td, Th } from '@/components/ui/table';
import type { HallConfig } from '@/lib/halls/hall-config';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { rolesHere } from '@/lib/settings/form-values';
import { settingsPath } from '@/lib/settings/section';
import type { Role } from '@/lib/staff/roles';
import type { StaffView } from '@/lib/staff/schema';
import { Saved } from './entry-list';

/** Everybody who has an account, with the roles in this hall; those of other halls can be given one here too. */
export async function StaffList({
  hall,
  people,
  more,
  now,
  saved,
}: {
  hall: HallConfig;
  people: readonly StaffView[];
  /** There is another page. */
  more: boolean;
  now: string;
  saved: string | undefined;
}) {
  const t = await getTranslations('settings');
  const role = await getTranslations('role');
  const locale = await getLocale();
  return (
    <Card flush>
      <EntryTable
        actions={t('actions')}
        caption={t('sections.staff')}
        columns={[t('list.name'), t('field.username'), t('staff.rolesHere'), t('list.state')]}
      >
        {people.map((person) => {
          const roles = rolesHere(person, hall.id);
          const locked = person.lockedUntil !== null && person.lockedUntil > now;
          return (
            <tr key={person.id}>
              <Th scope="row" className="font-medium">
                {person.name}
              </Th>
              <Td>{person.username}</Td>
              <Td>
                {roles.length === 0 ? (
                  <span className="text-muted-foreground">{t('staff.noRoles')}</span>
                ) : (
                  <span className="flex flex-wrap gap-1">
                    {roles.map((one) => (
                      <Badge key={one}>{role(one as Role)}</Badge>
                    ))}
                  </span>
                )}
              </Td>
              <Td>
                {person.id === saved ? <Saved text={t('savedEntry')} /> : null}
                {person.active ? t('on') : <Badge>{t('staff.inactive')}</Badge>}
                {locked && person.lockedUntil ? (
                  <Badge className="ms-1">
                    {t('staff.locked', { time: formatHallDateTime(person.lockedUntil, locale, hall.timeZone) })}
                  </Badge>
                ) : null}
              </Td>
              <Td numeric>
                <ButtonLink
                  href={settingsPath(hall.slug, 'staff', person.id)}
                  variant="secondary"
                  size="sm"
                  aria-label={t('list.changeOf', { name: person.name })}
                >
                  {t('list.change')}
                </ButtonLink>
              </Td>
            </tr>
          );
        })}
      </EntryTable>
      {more ? (
        <p className="p-3">
          <ButtonLink
            href={`${settingsPath(hall.slug, 'staff')}?after=${encodeURIComponent(people.at(-1)?.username ?? '')}`}
            variant="secondary"
          >
            {t('staff.more')}
          </ButtonLink>
        </p>
      ) : null}
    </Card>
  );
}
