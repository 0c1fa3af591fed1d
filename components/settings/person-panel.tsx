import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { HallConfig } from '@/lib/halls/hall-config';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { personValues, rolesHere } from '@/lib/settings/form-values';
import type { SessionView, StaffView } from '@/lib/staff/schema';
import { EntryButton } from './entry-button';
import { fieldsOf } from './field-texts';
import { SettingsForm } from './settings-form';

/** One person: who they are, what they may do in this hall, their password, account and signed-in devices. */
export async function PersonPanel({
  hall,
  person,
  sessions,
}: {
  hall: HallConfig;
  person: StaffView;
  sessions: readonly SessionView[];
}) {
  const t = await getTranslations('settings');
  const locale = await getLocale();
  const target = { hall: hall.slug, id: person.id };
  return (
    <>
      <Card title={t('staff.person')}>
        <SettingsForm
          target={{ ...target, form: 'person' }}
          fields={await fieldsOf('person', hall)}
          values={personValues(person)}
        />
      </Card>
      <Card title={t('staff.rolesHere')}>
        <SettingsForm
          target={{ ...target, form: 'roles' }}
          fields={await fieldsOf('roles', hall)}
          values={{ roles: rolesHere(person, hall.id) }}
        />
      </Card>
      <Card title={t('staff.newPassword')}>
        <p className="mb-2 text-muted-foreground">{t('staff.newPasswordHint')}</p>
        <SettingsForm target={{ ...target, form: 'password' }} fields={await fieldsOf('password', hall)} values={{}} />
      </Card>
      <Card title={t('staff.sessions')}>
        {sessions.length > 0 ? (
          <ul className="divide-y divide-border">
            {sessions.map((session) => (
              <li key={session.id} className="flex flex-wrap items-center gap-3 py-2">
                <span className="min-w-0 flex-1">
                  <span className="block truncate">
                    {session.userAgent ?? t('staff.unknownDevice')}{' '}
                    {session.current ? <Badge>{t('staff.thisDevice')}</Badge> : null}
                  </span>
                  <span className="block text-muted-foreground text-sm">
                    {t('staff.since', { time: formatHallDateTime(session.createdAt, locale, hall.timeZone) })}
                    {session.address ? ` · ${session.address}` : ''}
                  </span>
                </span>
                <EntryButton act="endSession" hall={hall.slug} id={session.id} label={t('staff.endSession')} final />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title={t('staff.noSessions')} />
        )}
      </Card>
      <Card title={t('staff.access')}>
        <p className="mb-2 text-muted-foreground">{t('staff.deactivateHint')}</p>
        {person.active ? (
          <EntryButton act="deactivatePerson" hall={hall.slug} id={person.id} label={t('staff.deactivate')} final />
        ) : (
          <EntryButton act="activatePerson" hall={hall.slug} id={person.id} label={t('staff.activate')} />
        )}
      </Card>
    </>
  );
}
