import type { ComplaintRules } from '@/lib/complaints/complaint-rules';
import type { HallConfig } from '@/lib/halls/hall-config';
import type { PrinterView } from '@/lib/printing/schema';
import type { StaffView } from '@/lib/staff/schema';
import type { WebhookView } from '@/lib/webhooks/schema';
import { secondsText } from './clock-text';
import type { FormKey } from './settings-form';

/** Limits of a service as it sets them itself; null where the hall's hold. The hall's configuration has them filled in. */
export interface OwnLimits {
  handlingTargetSeconds: number | null;
  goalSeconds: number | null;
  limitSeconds: number | null;
}

/** A form's content as its controls hold it: texts, and lists and groups of texts. */
export type FormValue = string | boolean | FormValue[] | { [name: string]: FormValue };
export type FormValues = Record<string, FormValue>;

const limit = (value: number | null) => (value === null ? '' : secondsText(value));

export function hallValues(hall: HallConfig): FormValues {
  return {
    names: hall.names,
    languages: hall.languages,
    timeZone: hall.timeZone,
    hotlineNumber: hall.hotlineNumber ?? '',
    currency: hall.currency,
    address: hall.address,
    transport: hall.transport,
    parking: hall.parking,
    district: hall.district,
    campaign: hall.campaign,
    stepFreeAccess: hall.stepFreeAccess,
    latitude: hall.latitude?.toString() ?? '',
    longitude: hall.longitude?.toString() ?? '',
    remoteTickets: hall.remoteTickets,
    remotePerDay: hall.remotePerDay?.toString() ?? '',
    checkInMetres: hall.checkInMetres?.toString() ?? '',
    openingCheck: hall.openingCheck,
    kioskChoosesClass: hall.kioskChoosesClass,
  };
}

export function complaintValues({ promiseHours, remedyLimits, ...minutes }: ComplaintRules): FormValues {
  const texts = (numbers: Record<string, number>) =>
    Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)]));
  return { ...texts(minutes), promiseHours: texts(promiseHours), remedyLimits: texts(remedyLimits) };
}

export function hoursValues(hall: HallConfig): FormValues {
  return Object.fromEntries(hall.weeklyHours.map((spans, day) => [`day${day}`, spans.map((span) => ({ ...span }))]));
}

export function bookingRuleValues(hall: HallConfig): FormValues {
  const { bookings, bookingDaysAhead, bookingWalkInShare, bookingEarlyMinutes } = hall;
  const { bookingLateMinutes, bookingLapseMinutes, bookingReminderMinutes, bookingChangeMinutes } = hall;
  const numbers = {
    bookingDaysAhead,
    bookingWalkInShare,
    bookingEarlyMinutes,
    bookingLateMinutes,
    bookingLapseMinutes,
    bookingReminderMinutes,
    bookingChangeMinutes,
  };
  return { bookings, ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])) };
}

/** What of a service can be booked; nothing of one that was never set up. */
export function bookableValues(hall: HallConfig, serviceId: string): FormValues {
  const bookable = hall.bookableServices.find((one) => one.serviceId === serviceId);
  return {
    active: bookable?.active ?? false,
    slotMinutes: String(bookable?.slotMinutes ?? 15),
    perHour: Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (_, hour) => String(bookable?.perHour[day]?.[hour] || '')),
    ),
  };
}

export function limitValues(hall: HallConfig): FormValues {
  const { goalSeconds, limitSeconds, handlingTargetSeconds, careTakeSeconds, noShowSeconds, clerkSilentSeconds } = hall;
  const all = { goalSeconds, limitSeconds, handlingTargetSeconds, careTakeSeconds, noShowSeconds, clerkSilentSeconds };
  return Object.fromEntries(
    Object.entries({ ...all, screenSilentSeconds: hall.screenSilentSeconds }).map(([name, value]) => [
      name,
      secondsText(value),
    ]),
  );
}

/** The values of an entry of a list; null when the hall has no such entry. `own` only matters to services. */
export function entryValues(form: FormKey, hall: HallConfig, id: string, own: OwnLimits | null): FormValues | null {
  const found = <T extends { id: string }>(list: readonly T[], values: (entry: T) => FormValues) => {
    const entry = list.find((one) => one.id === id);
    return entry ? values(entry) : null;
  };
  const coded = ({ code, names, active }: { code: string; names: FormValue; active: boolean }) => ({
    code,
    names,
    active,
  });
  switch (form) {
    case 'zone':
      return found(hall.zones, coded);
    case 'outcome':
      return found(hall.outcomes, coded);
    case 'suggestion':
      return found(hall.suggestions, (entry) => ({ ...coded(entry), serviceIds: entry.serviceIds }));
    case 'class':
    case 'need':
      return found(form === 'class' ? hall.classes : hall.needs, (entry) => ({
        ...coded(entry),
        creditMinutes: String(entry.creditMinutes),
      }));
    case 'service':
      return found(hall.services, (service) => ({
        ...coded(service),
        letter: service.letter,
        zoneId: service.zoneId ?? '',
        handlingTargetSeconds: limit(own?.handlingTargetSeconds ?? null),
        goalSeconds: limit(own?.goalSeconds ?? null),
        limitSeconds: limit(own?.limitSeconds ?? null),
        papers: service.papers.map(({ code, names, form }) => ({ code, names, form })),
        machineCapable: service.machineCapable,
      }));
    case 'counter':
      return found(hall.counters, ({ number, zoneId, stepFree, active, serviceIds }) => ({
        number: String(number),
        zoneId: zoneId ?? '',
        stepFree,
        active,
        serviceIds,
      }));
    case 'exception':
      return found(hall.exceptions, ({ date, hours, reason }) => ({
        date,
        hours: hours.map((span) => ({ ...span })),
        reason,
      }));
    default:
      return null;
  }
}

/** What a new entry starts with. */
export function newValues(form: FormKey, hall: HallConfig | null): FormValues {
  switch (form) {
    case 'counter': {
      const numbers = hall?.counters.map((counter) => counter.number) ?? [];
      const services = hall?.services.filter((service) => service.active).map((service) => service.id) ?? [];
      return { number: String(Math.max(0, ...numbers) + 1), active: true, serviceIds: services };
    }
    case 'service': {
      const used = new Set(hall?.services.map((service) => service.letter));
      const letter = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((one) => !used.has(one)) ?? '';
      return { letter, active: true, papers: [] };
    }
    case 'class':
    case 'need':
      return { creditMinutes: '0', active: true };
    case 'zone':
    case 'outcome':
      return { active: true };
    case 'suggestion':
      return { active: true, serviceIds: [] };
    case 'webhook':
      return { active: true, events: ['ticket.twoAhead', 'ticket.called'] };
    case 'printer':
      return {
        port: '9100',
        columns: '48',
        codePage: hall?.languages.includes('zh-CN') ? 'gb18030' : 'cp858',
        answersStatus: true,
        active: true,
        screenIds: [],
      };
    case 'newHall':
      return { languages: ['zh-CN', 'en'], timeZone: 'Asia/Shanghai' };
    default:
      return {};
  }
}

export function webhookValues({ name, url, events, takesPhone, active }: WebhookView): FormValues {
  return { name, url, events: [...events], takesPhone, active };
}

export function personValues({ username, name, locale }: StaffView): FormValues {
  return { username, name, locale: locale ?? '' };
}

/** The roles that hold in a hall: its own, and the administrator's, who has his everywhere. */
export function rolesHere({ roles }: Pick<StaffView, 'roles'>, hallId: string): string[] {
  return roles.filter((role) => role.hallId === null || role.hallId === hallId).map((role) => role.role);
}

export function printerValues({
  name,
  host,
  port,
  columns,
  codePage,
  screenIds,
  ...switches
}: PrinterView): FormValues {
  const { answersStatus, forGuide, active } = switches;
  return {
    name,
    host,
    port: String(port),
    columns: String(columns),
    codePage,
    answersStatus,
    forGuide,
    active,
    screenIds,
  };
}
