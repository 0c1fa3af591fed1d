import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AuditList } from '@/components/settings/audit-list';
import { BookingsSection } from '@/components/settings/bookings-section';
import { EntryList } from '@/components/settings/entry-list';
import { fieldsOf } from '@/components/settings/field-texts';
import { HoursSection } from '@/components/settings/hours-section';
import { KeySection } from '@/components/settings/key-section';
import { PrinterSection } from '@/components/settings/printer-section';
import { ScreenSection } from '@/components/settings/screen-section';
import { SettingsForm } from '@/components/settings/settings-form';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { StaffList } from '@/components/settings/staff-list';
import { WebhookSection } from '@/components/settings/webhook-section';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { complaintValues, hallValues, limitValues } from '@/lib/settings/form-values';
import {
  loadAudit,
  loadComplaintRules,
  loadKeys,
  loadLogoId,
  loadPeople,
  loadPrinters,
  loadScreens,
  loadSettings,
  loadWebhooks,
  sectionsFor,
} from '@/lib/settings/loaders';
import { isListKey, sectionOf, settingsPath } from '@/lib/settings/section';
import { requireDesk } from '@/lib/staff/loaders';
import { permits } from '@/lib/staff/policy';

type Props = PageProps<'/manage/[hall]/settings/[section]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('settings');
  const section = sectionOf((await params).section);
  return { title: section ? `${t(`sections.${section.key}`)} · ${t('title')}` : t('title') };
}

export default async function SettingsSectionPage({ params, searchParams }: Props) {
  const { hall: slug, section: key } = await params;
  const section = sectionOf(key);
  if (!section) notFound();
  const { house, hallId, actor } = await requireDesk(slug, section.read, settingsPath(slug, section.key));
  const hall = await loadSettings(house, hallId);
  if (!hall) notFound();
  const t = await getTranslations('settings');
  const query = await searchParams;
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined);
  const readOnly = !permits(actor, section.write, hallId);
  const newLabel = isListKey(section.key)
    ? t(`list.add${section.key}`)
    : section.key === 'staff'
      ? t('staff.add')
      : section.key === 'printers'
        ? t('list.addprinters')
        : null;

  const content = async () => {
    switch (section.key) {
      case 'hall':
      case 'limits':
        return (
          <Card>
            <SettingsForm
              target={{ form: section.key, hall: hall.slug, id: hall.id }}
              fields={await fieldsOf(section.key, hall)}
              values={section.key === 'hall' ? hallValues(hall) : limitValues(hall)}
              readOnly={readOnly}
              preview={{ kind: section.key }}
            />
          </Card>
        );
      case 'complaints':
        return (
          <Card>
            <SettingsForm
              target={{ form: 'complaints', hall: hall.slug, id: hall.id }}
              fields={await fieldsOf('complaints', hall)}
              values={complaintValues(await loadComplaintRules(house, hallId))}
              readOnly={readOnly}
            />
          </Card>
        );
      case 'hours':
        return <HoursSection hall={hall} readOnly={readOnly} now={house.clock.now()} saved={text('saved')} />;
      case 'bookings':
        return <BookingsSection hall={hall} readOnly={readOnly} chosen={text('service')} />;
      case 'staff':
        return (
          <StaffList
            hall={hall}
            {...(await loadPeople(house, text('after')))}
            now={house.clock.now().toISOString()}
            saved={text('saved')}
          />
        );
      case 'keys':
        return <KeySection hall={hall} keys={await loadKeys(house, hallId)} />;
      case 'screens':
        return <ScreenSection hall={hall} screens={await loadScreens(house, hallId)} />;
      case 'webhooks':
        return (
          <WebhookSection
            hall={hall}
            {...(await loadWebhooks(house, hallId, text('before')))}
            later={text('before') !== undefined}
          />
        );
      case 'printers':
        return (
          <PrinterSection
            hall={hall}
            printers={await loadPrinters(house, hallId)}
            logoId={await loadLogoId(house, hallId)}
            saved={text('saved')}
          />
        );
      case 'audit':
        return (
          <AuditList
            hall={hall}
            {...(await loadAudit(house, hall, actor, text('before')))}
            later={text('before') !== undefined}
          />
        );
      default:
        return <EntryList hall={hall} list={section.key} readOnly={readOnly} saved={text('saved')} />;
    }
  };
  return (
    <SettingsFrame
      hall={hall}
      actor={actor}
      sections={sectionsFor(actor, hallId)}
      section={section.key}
      readOnly={readOnly}
      actions={
        newLabel && !readOnly ? (
          <ButtonLink href={settingsPath(hall.slug, section.key, 'new')}>{newLabel}</ButtonLink>
        ) : null
      }
    >
      {await content()}
    </SettingsFrame>
  );
}
