import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import type { HallConfig } from '@/lib/halls/hall-config';
import { localName } from '@/lib/i18n/local-name';
import { bookableValues, bookingRuleValues } from '@/lib/settings/form-values';
import { settingsPath } from '@/lib/settings/section';
import { fieldsOf } from './field-texts';
import { SettingsForm } from './settings-form';

/** The rules of bookings, and for one service at a time what of it can be booked. */
export async function BookingsSection({
  hall,
  readOnly,
  chosen,
}: {
  hall: HallConfig;
  readOnly: boolean;
  /** Code of the service whose contingents are shown. */
  chosen: string | undefined;
}) {
  const t = await getTranslations('settings');
  const locale = await getLocale();
  const services = hall.services.filter(({ active }) => active);
  const service = services.find(({ code }) => code === chosen) ?? services[0];
  return (
    <>
      <Card title={t('bookingRules')}>
        <SettingsForm
          target={{ form: 'bookings', hall: hall.slug, id: hall.id }}
          fields={await fieldsOf('bookings', hall)}
          values={bookingRuleValues(hall)}
          readOnly={readOnly}
        />
      </Card>
      {service ? (
        <Card title={localName(service.names, locale)}>
          <nav aria-label={t('field.services')} className="mb-4 flex flex-wrap gap-2">
            {services.map(({ code, names }) => (
              <a
                key={code}
                href={`${settingsPath(hall.slug, 'bookings')}?service=${encodeURIComponent(code)}`}
                aria-current={code === service.code ? 'page' : undefined}
                className="inline-flex min-h-touch items-center rounded-lg border border-border-strong px-3 aria-[current]:border-primary aria-[current]:bg-primary-soft aria-[current]:font-semibold"
              >
                {localName(names, locale)}
              </a>
            ))}
          </nav>
          <SettingsForm
            key={service.id}
            target={{ form: 'bookable', hall: hall.slug, id: service.id }}
            fields={await fieldsOf('bookable', hall)}
            values={bookableValues(hall, service.id)}
            readOnly={readOnly}
          />
        </Card>
      ) : null}
    </>
  );
}
