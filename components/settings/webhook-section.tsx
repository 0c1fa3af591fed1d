import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { EntryTable } from '@/components/ui/entry-table';
import { Td, Th } from '@/components/ui/table';
import type { DeadLetter } from '@/lib/deliveries/schema';
import type { HallConfig } from '@/lib/halls/hall-config';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { newValues } from '@/lib/settings/form-values';
import { settingsPath } from '@/lib/settings/section';
import type { WebhookView } from '@/lib/webhooks/schema';
import { EntryButton } from './entry-button';
import { eventKey, fieldsOf } from './field-texts';
import { SettingsForm } from './settings-form';

/** Programs that are told of tickets, and the messages that did not reach them. */
export async function WebhookSection({
  hall,
  webhooks,
  letters,
  older,
  later,
}: {
  hall: HallConfig;
  webhooks: readonly WebhookView[];
  letters: readonly DeadLetter[];
  older: string | null;
  /** An older page is shown. */
  later: boolean;
}) {
  const t = await getTranslations('settings');
  return (
    <>
      <Card title={t('webhooks.create')}>
        <SettingsForm
          target={{ form: 'webhook', hall: hall.slug }}
          fields={await fieldsOf('webhook', hall)}
          values={newValues('webhook', hall)}
          secret="webhook"
          submitLabel={t('webhooks.create')}
        />
      </Card>
      <Card flush>
        <EntryTable
          actions={t('actions')}
          caption={t('sections.webhooks')}
          columns={[t('list.name'), t('field.url'), t('field.events'), t('list.state')]}
          empty={webhooks.length === 0 ? <EmptyState title={t('none')} /> : null}
        >
          {webhooks.map((webhook) => (
            <tr key={webhook.id}>
              <Th scope="row" className="font-medium">
                {webhook.name}
              </Th>
              <Td>
                <code className="break-all text-sm">{webhook.url}</code>
              </Td>
              <Td>{webhook.events.map((event) => t(`webhooks.event.${eventKey(event)}`)).join(', ')}</Td>
              <Td>
                <Badge>{webhook.active ? t('webhooks.on') : t('webhooks.off')}</Badge>
              </Td>
              <Td>
                <div className="flex items-start justify-end gap-2">
                  <ButtonLink
                    href={settingsPath(hall.slug, 'webhooks', webhook.id)}
                    size="sm"
                    variant="secondary"
                    aria-label={t('list.changeOf', { name: webhook.name })}
                  >
                    {t('list.change')}
                  </ButtonLink>
                  <EntryButton
                    act="renewWebhookSecret"
                    hall={hall.slug}
                    id={webhook.id}
                    label={t('webhooks.secret')}
                    name={t('webhooks.secretOf', { name: webhook.name })}
                    secret="webhook"
                    final
                  />
                </div>
              </Td>
            </tr>
          ))}
        </EntryTable>
      </Card>
      <Card title={t('webhooks.letters')} flush>
        {letters.length === 0 ? (
          <EmptyState title={t('webhooks.noLetters')} />
        ) : (
          <>
            <p className="px-4 pb-2 text-muted-foreground">{t('webhooks.lettersIntro')}</p>
            <LetterTable hall={hall} letters={letters} />
          </>
        )}
        {older || later ? (
          <p className="flex gap-2 p-4">
            {later ? (
              <ButtonLink href={settingsPath(hall.slug, 'webhooks')} size="sm" variant="secondary">
                {t('webhooks.newest')}
              </ButtonLink>
            ) : null}
            {older ? (
              <ButtonLink
                href={`${settingsPath(hall.slug, 'webhooks')}?before=${encodeURIComponent(older)}`}
                size="sm"
                variant="secondary"
              >
                {t('webhooks.older')}
              </ButtonLink>
            ) : null}
          </p>
        ) : null}
      </Card>
    </>
  );
}

async function LetterTable({ hall, letters }: { hall: HallConfig; letters: readonly DeadLetter[] }) {
  const t = await getTranslations('settings');
  const locale = await getLocale();
  return (
    <EntryTable
      actions={t('actions')}
      caption={t('webhooks.letters')}
      columns={[t('webhooks.what'), t('list.name'), t('webhooks.when'), t('webhooks.why')]}
    >
      {letters.map((letter) => {
        const event = t(`webhooks.event.${eventKey(letter.event)}`);
        const what = t('webhooks.messageOf', { event, number: letter.ticketNumber });
        return (
          <tr key={letter.id}>
            <Th scope="row" className="font-medium">
              {what}
            </Th>
            <Td>{letter.webhookName}</Td>
            <Td>{formatHallDateTime(letter.createdAt, locale, hall.timeZone)}</Td>
            <Td>
              {letter.lastStatus ? t('webhooks.answered', { status: letter.lastStatus }) : letter.lastError},{' '}
              {t('webhooks.attempts', { count: letter.attempts })}
            </Td>
            <Td>
              <div className="flex items-start justify-end gap-2">
                <EntryButton
                  act="sendAgain"
                  hall={hall.slug}
                  id={letter.id}
                  label={t('webhooks.again')}
                  name={t('webhooks.againOf', { what })}
                />
                <EntryButton
                  act="discardLetter"
                  hall={hall.slug}
                  id={letter.id}
                  label={t('webhooks.discard')}
                  name={t('webhooks.discardOf', { what })}
                  variant="ghost"
                  final
                />
              </div>
            </Td>
          </tr>
        );
      })}
    </EntryTable>
  );
}
