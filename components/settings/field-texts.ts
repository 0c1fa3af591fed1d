import { getLocale, getTranslations } from 'next-intl/server';
import { SLOT_MINUTES } from '@/lib/bookings/slots';
import { COMPLAINT_CATEGORIES } from '@/lib/complaints/complaint';
import type { HallConfig } from '@/lib/halls/hall-config';
import { localeNames, locales } from '@/lib/i18n/config';
import { localName } from '@/lib/i18n/local-name';
import { NOTICE_EVENTS, type NoticeEvent } from '@/lib/notices/notice';
import { CODE_PAGES, PAPER_COLUMNS } from '@/lib/printing/printer';
import { SCREEN_KINDS } from '@/lib/screens/screen';
import { secondsText } from '@/lib/settings/clock-text';
import { type ChoiceSource, type FieldSpec, FORM_FIELDS, type FormKey } from '@/lib/settings/settings-form';
import { KEY_ROLES, ROLES } from '@/lib/staff/roles';
import type { FieldView } from './field-view';

/** Message keys hold no dots: "ticket.called" is "ticket_called". */
export function eventKey<E extends NoticeEvent>(event: E) {
  return event.replace('.', '_') as E extends `${infer Thing}.${infer What}` ? `${Thing}_${What}` : never;
}

type Choice = { value: string; label: string };

/** The fields of a form with their texts in the person's language and the hall's own choices. */
export async function fieldsOf(
  form: FormKey,
  hall: HallConfig | null,
  kiosks: readonly Choice[] = [],
): Promise<FieldView[]> {
  const t = await getTranslations('settings');
  const role = await getTranslations('role');
  const category = await getTranslations('complaintCode.category');
  const locale = await getLocale();
  const named = (list: readonly { id: string; names: Record<string, string>; active: boolean }[]): Choice[] =>
    list.map((one) => ({
      value: one.id,
      label: one.active ? localName(one.names, locale) : `${localName(one.names, locale)} (${t('off')})`,
    }));
  const choices: Record<ChoiceSource, () => Choice[]> = {
    zones: () => named(hall?.zones ?? []),
    services: () => named(hall?.services ?? []),
    locales: () => locales.map((value) => ({ value, label: localeNames[value] })),
    hallRoles: () => ROLES.map((value) => ({ value, label: role(value) })),
    keyRoles: () => KEY_ROLES.map((value) => ({ value, label: role(value) })),
    screenKinds: () => SCREEN_KINDS.map((value) => ({ value, label: t(`screens.kind.${value}`) })),
    slotMinutes: () => SLOT_MINUTES.map((value) => ({ value: String(value), label: String(value) })),
    noticeEvents: () => NOTICE_EVENTS.map((value) => ({ value, label: t(`webhooks.event.${eventKey(value)}`) })),
    currencies: () => Intl.supportedValuesOf('currency').map((value) => ({ value, label: value })),
    complaintCategories: () => COMPLAINT_CATEGORIES.map((value) => ({ value, label: category(value) })),
    paperColumns: () => PAPER_COLUMNS.map((value) => ({ value: String(value), label: t(`printers.paper.${value}`) })),
    codePages: () => CODE_PAGES.map((value) => ({ value, label: t(`printers.codePage.${value}`) })),
    kiosks: () => [...kiosks],
    timeZones: () => Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })),
  };
  return (FORM_FIELDS[form] as readonly FieldSpec[]).map((field) => {
    const source = 'from' in field ? field.from : 'suggest' in field ? field.suggest : undefined;
    const optional = 'required' in field && field.required;
    // A service's own limits may stay empty: then the hall's hold.
    const own = form === 'service' && field.kind === 'clockLength' && !optional ? t('hallDefault') : undefined;
    return {
      ...field,
      label: t(`field.${field.name}` as Parameters<typeof t>[0]),
      hintText: field.hint ? t(`hint.${field.name}` as Parameters<typeof t>[0]) : own && hallLimit(own, field, hall),
      choices: source ? choices[source]() : undefined,
    };
  });
}

function hallLimit(text: string, field: FieldSpec, hall: HallConfig | null): string {
  const value = hall?.[field.name as 'goalSeconds' | 'limitSeconds' | 'handlingTargetSeconds'];
  return value === undefined ? text : `${text}: ${secondsText(value)}`;
}
