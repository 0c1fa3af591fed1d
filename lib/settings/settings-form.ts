import { LOCALES } from '@/lib/core/locale';
import { PRINTER_PORTS } from '@/lib/printing/printer';

/*
 * Every form of the settings as a list of its fields: one component draws them all. Names are those of the commands'
 * input, so that a refusal finds its field.
 */

/** What a select or check boxes choose from; the loader fills in the hall's own. */
export type ChoiceSource =
  | 'paperColumns'
  | 'codePages'
  | 'kiosks'
  | 'zones'
  | 'services'
  | 'locales'
  | 'hallRoles'
  | 'keyRoles'
  | 'slotMinutes'
  | 'screenKinds'
  | 'timeZones'
  | 'noticeEvents'
  | 'currencies'
  | 'complaintCategories';

interface Base {
  name: string;
  required?: boolean;
  /** There is a hint under `settings.hint.{name}`. */
  hint?: boolean;
}

export type FieldSpec =
  | (Base & { kind: 'text'; once?: boolean; short?: boolean; autoComplete?: string; suggest?: ChoiceSource })
  | (Base & { kind: 'password' | 'date' | 'clockLength' })
  | (Base & { kind: 'number'; min: number; max: number; step?: 'any' })
  /** A number for each of the choices. */
  | (Base & { kind: 'numbers'; from: ChoiceSource; min: number; max: number })
  | (Base & { kind: 'localized'; long?: boolean })
  | (Base & { kind: 'check' })
  | (Base & { kind: 'select'; from: ChoiceSource; none?: boolean })
  | (Base & { kind: 'checks'; from: ChoiceSource })
  | (Base & { kind: 'ordered'; from: ChoiceSource; places: number })
  | (Base & { kind: 'papers' | 'spans' | 'week' });

const code: FieldSpec = { kind: 'text', name: 'code', required: true, once: true, short: true, hint: true };
const names: FieldSpec = { kind: 'localized', name: 'names', required: true };
const active: FieldSpec = { kind: 'check', name: 'active', hint: true };
const zone: FieldSpec = { kind: 'select', name: 'zoneId', from: 'zones', none: true };
const credit: FieldSpec = { kind: 'number', name: 'creditMinutes', required: true, min: 0, max: 240 };
const length = (name: string, more: { required?: boolean; hint?: boolean } = { required: true }): FieldSpec => ({
  kind: 'clockLength',
  name,
  ...more,
});
const password: FieldSpec = { kind: 'password', name: 'password', required: true, hint: true };
const username: FieldSpec = { kind: 'text', name: 'username', required: true, short: true, hint: true };
const personName: FieldSpec = { kind: 'text', name: 'name', required: true };
const language: FieldSpec = { kind: 'select', name: 'locale', from: 'locales', none: true };
const roles: FieldSpec = { kind: 'checks', name: 'roles', from: 'hallRoles' };
const timeZone: FieldSpec = {
  kind: 'text',
  name: 'timeZone',
  required: true,
  short: true,
  hint: true,
  suggest: 'timeZones',
};

export const FORM_FIELDS = {
  hall: [
    names,
    { kind: 'ordered', name: 'languages', from: 'locales', places: LOCALES.length, hint: true },
    timeZone,
    { kind: 'text', name: 'hotlineNumber', short: true },
    { kind: 'text', name: 'currency', required: true, short: true, hint: true, suggest: 'currencies' },
    { kind: 'localized', name: 'address', long: true },
    { kind: 'localized', name: 'district' },
    { kind: 'localized', name: 'transport', long: true },
    { kind: 'localized', name: 'parking', long: true },
    { kind: 'check', name: 'stepFreeAccess' },
    { kind: 'localized', name: 'campaign', long: true, hint: true },
    { kind: 'number', name: 'latitude', min: -90, max: 90, step: 'any' },
    { kind: 'number', name: 'longitude', min: -180, max: 180, step: 'any' },
    { kind: 'check', name: 'remoteTickets', hint: true },
    { kind: 'number', name: 'remotePerDay', min: 1, max: 10_000, hint: true },
    { kind: 'number', name: 'checkInMetres', min: 20, max: 50_000, hint: true },
    { kind: 'check', name: 'openingCheck', hint: true },
    { kind: 'check', name: 'kioskChoosesClass', hint: true },
  ],
  hours: Array.from({ length: 7 }, (_, day): FieldSpec => ({ kind: 'spans', name: `day${day}` })),
  bookings: [
    { kind: 'check', name: 'bookings' },
    { kind: 'number', name: 'bookingDaysAhead', required: true, min: 0, max: 90 },
    { kind: 'number', name: 'bookingWalkInShare', required: true, min: 0, max: 100, hint: true },
    { kind: 'number', name: 'bookingEarlyMinutes', required: true, min: 0, max: 240 },
    { kind: 'number', name: 'bookingLateMinutes', required: true, min: 0, max: 240 },
    { kind: 'number', name: 'bookingLapseMinutes', required: true, min: 0, max: 480, hint: true },
    { kind: 'number', name: 'bookingReminderMinutes', required: true, min: 5, max: 2880 },
    { kind: 'number', name: 'bookingChangeMinutes', required: true, min: 0, max: 2880 },
  ],
  bookable: [
    active,
    { kind: 'select', name: 'slotMinutes', from: 'slotMinutes', required: true },
    { kind: 'week', name: 'perHour', hint: true },
  ],
  exception: [
    { kind: 'date', name: 'date', required: true },
    { kind: 'spans', name: 'hours' },
    { kind: 'localized', name: 'reason' },
  ],
  limits: [
    length('goalSeconds', { required: true, hint: true }),
    length('limitSeconds', { required: true, hint: true }),
    length('handlingTargetSeconds', { required: true, hint: true }),
    length('careTakeSeconds', { required: true, hint: true }),
    length('noShowSeconds', { required: true, hint: true }),
    length('clerkSilentSeconds', { required: true, hint: true }),
    length('screenSilentSeconds', { required: true, hint: true }),
  ],
  complaints: [
    { kind: 'numbers', name: 'promiseHours', from: 'complaintCategories', min: 1, max: 720, hint: true },
    { kind: 'number', name: 'warnMinutes', required: true, min: 1, max: 10_080, hint: true },
    { kind: 'number', name: 'leadMinutes', required: true, min: 1, max: 10_080 },
    { kind: 'number', name: 'managerMinutes', required: true, min: 1, max: 10_080 },
    { kind: 'numbers', name: 'remedyLimits', from: 'keyRoles', min: 0, max: 1_000_000, hint: true },
  ],
  zone: [code, names, active],
  service: [
    code,
    { kind: 'text', name: 'letter', required: true, short: true, hint: true },
    names,
    zone,
    length('handlingTargetSeconds', {}),
    length('goalSeconds', {}),
    length('limitSeconds', {}),
    { kind: 'papers', name: 'papers' },
    { kind: 'check', name: 'machineCapable', hint: true },
    active,
  ],
  counter: [
    { kind: 'number', name: 'number', required: true, min: 1, max: 999 },
    zone,
    { kind: 'checks', name: 'serviceIds', from: 'services' },
    { kind: 'check', name: 'stepFree' },
    active,
  ],
  class: [code, names, credit, active],
  need: [code, names, credit, active],
  outcome: [code, names, active],
  suggestion: [code, names, { kind: 'checks', name: 'serviceIds', from: 'services' }, active],
  newPerson: [username, personName, password, language, roles],
  person: [username, personName, language],
  roles: [roles],
  password: [password],
  key: [personName, { kind: 'select', name: 'role', from: 'keyRoles', required: true }],
  screen: [personName, { kind: 'select', name: 'kind', from: 'screenKinds', required: true }, zone],
  webhook: [
    personName,
    { kind: 'text', name: 'url', required: true, hint: true },
    { kind: 'checks', name: 'events', from: 'noticeEvents' },
    { kind: 'check', name: 'takesPhone', hint: true },
    { kind: 'check', name: 'active' },
  ],
  printer: [
    personName,
    { kind: 'text', name: 'host', required: true, short: true, hint: true },
    { kind: 'number', name: 'port', required: true, min: PRINTER_PORTS.least, max: PRINTER_PORTS.most, hint: true },
    { kind: 'select', name: 'columns', from: 'paperColumns', required: true },
    { kind: 'select', name: 'codePage', from: 'codePages', required: true },
    { kind: 'check', name: 'answersStatus', hint: true },
    { kind: 'check', name: 'forGuide', hint: true },
    { kind: 'checks', name: 'screenIds', from: 'kiosks' },
    active,
  ],
  newHall: [
    names,
    { kind: 'text', name: 'slug', required: true, short: true, hint: true },
    timeZone,
    { kind: 'ordered', name: 'languages', from: 'locales', places: LOCALES.length, hint: true },
  ],
} as const satisfies Record<string, readonly FieldSpec[]>;

export type FormKey = keyof typeof FORM_FIELDS;

export function isFormKey(key: unknown): key is FormKey {
  return typeof key === 'string' && Object.hasOwn(FORM_FIELDS, key);
}

/** What is shown beside a form while it is filled in. */
export const FORM_PREVIEWS = {
  hall: 'hall',
  hours: 'hours',
  limits: 'limits',
  service: 'ticket',
  class: 'credit',
  need: 'credit',
} as const satisfies Partial<Record<FormKey, string>>;
