import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { fieldsOf } from '@/components/settings/field-texts';
import { PersonPanel } from '@/components/settings/person-panel';
import { SettingsForm } from '@/components/settings/settings-form';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { Card } from '@/components/ui/card';
import { localName } from '@/lib/i18n/local-name';
import { webhookValues } from '@/lib/settings/form-values';
import { loadEntry, loadKiosks, loadPerson, loadSettings, loadWebhook, sectionsFor } from '@/lib/settings/loaders';
import { isListKey, LIST_FORMS, type SectionKey, sectionOf, settingsPath } from '@/lib/settings/section';
import { FORM_PREVIEWS, type FormKey } from '@/lib/settings/settings-form';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

type Props = PageProps<'/manage/[hall]/settings/[section]/[entry]'>;

/** The form of one entry of a section; null where entries have no page of their own. */
function entryForm(key: SectionKey): FormKey | null {
  if (isListKey(key)) return LIST_FORMS[key];
  if (key === 'hours') return 'exception';
  if (key === 'webhooks') return 'webhook';
  if (key === 'printers') return 'printer';
  return key === 'staff' ? 'newPerson' : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('settings');
  const section = sectionOf((await params).section);
  return { title: section ? `${t(`sections.${section.key}`)} · ${t('title')}` : t('title') };
}

export default async function SettingsEntryPage({ params }: Props) {
  const { hall: slug, section: key, entry } = await params;
  const section = sectionOf(key);
  const form = section && entryForm(section.key);
  if (!(section && form)) notFound();
  const { house, hallId, actor } = await requireDesk(slug, section.read, settingsPath(slug, section.key, entry));
  const hall = await loadSettings(house, hallId);
  if (!hall) notFound();
  const t = await getTranslations('settings');
  const locale = await getLocale();
  const readOnly = !permits(actor, section.write, hallId);
  const frame = { hall, actor, sections: sectionsFor(actor, hallId), section: section.key, readOnly };
  const isNew = entry === 'new';

  if (section.key === 'staff' && !isNew) {
    const found = await loadPerson(house, actor, entry);
    if (!found) notFound();
    return (
      <SettingsFrame {...frame} title={found.person.name}>
        <PersonPanel hall={hall} {...found} />
      </SettingsFrame>
    );
  }
  const webhook = form === 'webhook' && !isNew ? await loadWebhook(house, hallId, entry) : null;
  const values = webhook ? webhookValues(webhook) : await loadEntry(house, hall, form, entry);
  if (!values || (isNew && readOnly)) notFound();
  const name =
    form === 'counter'
      ? t('list.counter', { number: String(values.number) })
      : typeof values.names === 'object'
        ? localName(values.names as Record<string, string>, locale)
        : String(values.date ?? values.name ?? '');
  const newTitle = isListKey(section.key)
    ? t(`list.add${section.key}`)
    : t(
        section.key === 'staff'
          ? 'staff.add'
          : section.key === 'printers'
            ? 'list.addprinters'
            : section.key === 'webhooks'
              ? 'list.addwebhooks'
              : 'list.addException',
      );
  const preview = form in FORM_PREVIEWS ? FORM_PREVIEWS[form as keyof typeof FORM_PREVIEWS] : undefined;
  return (
    <SettingsFrame {...frame} title={isNew ? newTitle : name}>
      <Card>
        <SettingsForm
          target={{ form, hall: hall.slug, id: isNew ? undefined : entry }}
          fields={await fieldsOf(form, hall, form === 'printer' ? await loadKiosks(house, hallId) : undefined)}
          values={values}
          readOnly={readOnly}
          preview={preview === 'ticket' || preview === 'credit' ? { kind: preview } : undefined}
        />
      </Card>
    </SettingsFrame>
  );
}
