import { sessionsOf } from '@/lib/auth/sign-in';
import type { ComplaintRules } from '@/lib/complaints/complaint-rules';
import { loadRules } from '@/lib/complaints/queries';
import type { LocalizedText } from '@/lib/core/localized';
import { listDeadLetters } from '@/lib/deliveries/queries';
import type { DeadLetter } from '@/lib/deliveries/schema';
import type { House } from '@/lib/door/house';
import type { HallConfig } from '@/lib/halls/hall-config';
import { loadHallConfig } from '@/lib/halls/queries';
import { presentPrinter } from '@/lib/printing/presenter';
import { findLogo, listPrinters, screensByPrinter } from '@/lib/printing/queries';
import type { PrinterView } from '@/lib/printing/schema';
import { listScreens } from '@/lib/screens/queries';
import type { ScreenView } from '@/lib/screens/schema';
import type { Actor } from '@/lib/staff/actor';
import { type Permission, permits } from '@/lib/staff/policy';
import { findStaff, listKeys, listStaff } from '@/lib/staff/queries';
import type { KeyView, SessionView, StaffView } from '@/lib/staff/schema';
import { findWebhook, listWebhooks } from '@/lib/webhooks/queries';
import type { WebhookView } from '@/lib/webhooks/schema';
import { changedValues } from './audit-change';
import type { AuditView } from './audit-view';
import { entryValues, type FormValues, newValues, printerValues } from './form-values';
import { findOwnLimits, listAudit, namesOfRefs } from './queries';
import { SECTIONS, type Section } from './section';
import type { FormKey } from './settings-form';

/** The sections somebody may see in a hall. */
export function sectionsFor(actor: Actor, hallId: string): Section[] {
  return SECTIONS.filter((section) => permits(actor, section.read, hallId));
}

/** The hall's settings as they are stored now, not as the queue last saw them. */
export async function loadSettings(open: House, hallId: string): Promise<HallConfig | null> {
  return loadHallConfig(open.db, hallId);
}

export async function loadComplaintRules(open: House, hallId: string): Promise<ComplaintRules> {
  return loadRules(open.db, hallId);
}

/** What the form of an entry holds; null when there is no such entry. */
export async function loadEntry(open: House, hall: HallConfig, form: FormKey, id: string): Promise<FormValues | null> {
  if (id === 'new') return newValues(form, hall);
  if (form === 'printer') {
    const printer = (await loadPrinters(open, hall.id)).find((one) => one.id === id);
    return printer ? printerValues(printer) : null;
  }
  return entryValues(form, hall, id, form === 'service' ? await findOwnLimits(open.db, id) : null);
}

const PEOPLE_PAGE = 100;

/** One page of all who have an account, by user name, after the name `after`. */
export async function loadPeople(
  open: House,
  after: string | undefined,
): Promise<{ people: StaffView[]; more: boolean }> {
  const found = await listStaff(open.db, { after, limit: PEOPLE_PAGE + 1 });
  return { people: found.slice(0, PEOPLE_PAGE), more: found.length > PEOPLE_PAGE };
}

/** A person with the devices on which they are signed in; null when there is no such person. */
export async function loadPerson(
  open: House,
  actor: Actor,
  id: string,
): Promise<{ person: StaffView; sessions: SessionView[] } | null> {
  const person = await findStaff(open.db, id);
  if (!person) return null;
  const sessions = await sessionsOf(open, actor, id);
  return { person, sessions: sessions.ok ? sessions.value : [] };
}

// More than any hall has of them.
const ALL = 1000;

export async function loadKeys(open: House, hallId: string): Promise<KeyView[]> {
  return (await listKeys(open.db, { hallId, limit: ALL })).reverse();
}

export async function loadScreens(open: House, hallId: string): Promise<ScreenView[]> {
  return (await listScreens(open.db, hallId, { limit: ALL })).reverse();
}

/** Programs that are told of tickets, and what did not reach them: one page, older than the message `before`. */
export async function loadWebhooks(
  open: House,
  hallId: string,
  before: string | undefined,
): Promise<{ webhooks: WebhookView[]; letters: DeadLetter[]; older: string | null }> {
  const letters = await listDeadLetters(open.db, hallId, { after: before, limit: AUDIT_PAGE + 1 });
  const page = letters.slice(0, AUDIT_PAGE);
  return {
    webhooks: await listWebhooks(open.db, hallId, { limit: ALL }),
    letters: page,
    older: letters.length > AUDIT_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export async function loadWebhook(open: House, hallId: string, id: string): Promise<WebhookView | null> {
  const webhook = await findWebhook(open.db, id);
  return webhook?.hallId === hallId ? webhook : null;
}

export async function loadPrinters(open: House, hallId: string): Promise<PrinterView[]> {
  const screens = await screensByPrinter(open.db, hallId);
  const printers = await listPrinters(open.db, hallId);
  return printers.map((printer) => presentPrinter(printer, screens.get(printer.id) ?? []));
}

/** Id of the picture at the head of the hall's slips. */
export async function loadLogoId(open: House, hallId: string): Promise<string | null> {
  return (await findLogo(open.db, hallId))?.id ?? null;
}

/** The kiosks of a hall, to choose from. */
export async function loadKiosks(open: House, hallId: string): Promise<{ value: string; label: string }[]> {
  const screens = await loadScreens(open, hallId);
  return screens
    .filter(({ kind, revokedAt }) => kind === 'kiosk' && !revokedAt)
    .map(({ id, name }) => ({ value: id, label: name }));
}

const AUDIT_PAGE = 50;

/** One page of who changed what, newest first; `older` is the address of the next page's first entry. */
export async function loadAudit(
  open: House,
  hall: HallConfig,
  actor: Actor,
  before: string | undefined,
): Promise<{ entries: AuditView[]; older: string | null }> {
  const houseToo: Permission = 'staff.manage';
  const rows = await listAudit(open.db, hall.id, {
    before,
    limit: AUDIT_PAGE + 1,
    houseToo: permits(actor, houseToo, hall.id),
  });
  const page = rows.slice(0, AUDIT_PAGE);
  const names = await namesOfRefs(
    open.db,
    page.flatMap((row) => [row.actorRef, row.subject]),
  );
  return {
    entries: page.map((row) => ({
      id: row.id,
      at: row.at,
      who: names.get(row.actorRef) ?? null,
      actorRef: row.actorRef,
      action: row.action,
      subject: names.get(row.subject) ?? subjectName(hall, row.subject),
      changes: changedValues(row.before, row.after),
    })),
    older: rows.length > AUDIT_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

function subjectName(hall: HallConfig, subject: string): string | LocalizedText | null {
  const id = subject.slice(subject.indexOf(':') + 1);
  const counter = hall.counters.find((one) => one.id === id);
  if (counter) return String(counter.number);
  const exception = hall.exceptions.find((one) => one.id === id);
  if (exception) return exception.date;
  if (id === hall.id) return null;
  const named = [hall.zones, hall.services, hall.classes, hall.needs, hall.outcomes, hall.suggestions].flat();
  return named.find((one) => one.id === id)?.names ?? null;
}

/** May this person make halls? Only an administrator, who may do so before there is any. */
export function mayCreateHall(actor: Actor): boolean {
  return permits(actor, 'hall.create', null);
}
