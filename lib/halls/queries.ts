import type { Announcement } from '@/lib/announcements/announcement';
import { toAnnouncement } from '@/lib/announcements/queries';
import { listBookableServices } from '@/lib/bookings/queries';
import { listCampaigns } from '@/lib/campaigns/queries';
import type { CareVisit } from '@/lib/care/care-visit';
import { toCareVisit } from '@/lib/care/queries';
import type { Locale, Localized, LocalizedText } from '@/lib/core/localized';
import { toSession } from '@/lib/counters/queries';
import { listBlocks } from '@/lib/offline/queries';
import type { Database, Tx } from '@/lib/platform/db/client';
import { listSuggestions } from '@/lib/suggestions/queries';
import { toLeg, toTicket, WITH_VISIT } from '@/lib/tickets/queries';
import { ACTIVE_STATUSES } from '@/lib/tickets/ticket';
import { findLearned } from '@/lib/waiting/queries';
import type { HallConfig, OpenSpan, ServiceConfig } from './hall-config';
import type { OpeningFacts } from './hall-opening';
import { ANNOUNCED_MS, EVENING_MS, type HallState, RECENT_MS } from './hall-state';
import { addDays, localTime } from './service-day';

/** Papers that were kept before there were forms among them do not say so. */
type StoredPaper = Omit<ServiceConfig['papers'][number], 'form'> & { form?: boolean };

/** The id of a hall named by id or slug; null where there is none. */
export async function findHallId(db: Database | Tx, idOrSlug: string): Promise<string | null> {
  const hall = await db.hall.findFirst({
    where: { OR: [{ id: idOrSlug }, { slug: idOrSlug }] },
    select: { id: true },
  });
  return hall?.id ?? null;
}

/** The currency of a hall's amounts. */
export async function loadCurrency(db: Database | Tx, hallId: string): Promise<string> {
  const hall = await db.hall.findUniqueOrThrow({ where: { id: hallId }, select: { currency: true } });
  return hall.currency;
}

export async function listHallIds(db: Database | Tx): Promise<string[]> {
  const halls = await db.hall.findMany({ where: { active: true }, select: { id: true }, orderBy: { slug: 'asc' } });
  return halls.map((h) => h.id);
}

export async function loadHallConfig(db: Database | Tx, hallId: string): Promise<HallConfig | null> {
  const hall = await db.hall.findUnique({ where: { id: hallId } });
  if (!hall) return null;
  const where = { where: { hallId } };
  const sorted = { ...where, orderBy: [{ sort: 'asc' as const }, { id: 'asc' as const }] };
  const exceptions = await db.hallException.findMany({ ...where, orderBy: { date: 'asc' } });
  const zones = await db.zone.findMany(sorted);
  const services = await db.service.findMany(sorted);
  const classes = await db.customerClass.findMany(sorted);
  const needs = await db.specialNeed.findMany(sorted);
  const outcomes = await db.outcome.findMany(sorted);
  const counters = await db.counter.findMany({ ...where, orderBy: { number: 'asc' } });
  const links = await db.counterService.findMany({ where: { counter: { hallId } } });
  const taken = new Set(links.map(({ counterId, serviceId }) => `${counterId} ${serviceId}`));
  return {
    ...hall,
    names: hall.names as Localized,
    address: hall.address as LocalizedText,
    transport: hall.transport as LocalizedText,
    parking: hall.parking as LocalizedText,
    district: toText(hall.district),
    campaign: toText(hall.campaign),
    languages: hall.languages as Locale[],
    weeklyHours: hall.weeklyHours as unknown as OpenSpan[][],
    exceptions: exceptions.map((e) => ({
      id: e.id,
      date: e.date,
      hours: e.hours as unknown as OpenSpan[],
      reason: e.reason as LocalizedText,
    })),
    zones: zones.map((z) => ({ ...z, names: z.names as Localized })),
    services: services.map((s) => ({
      ...s,
      names: s.names as Localized,
      papers: (s.papers as unknown as StoredPaper[]).map((paper) => ({ ...paper, form: paper.form === true })),
      handlingTargetSeconds: s.handlingTargetSeconds ?? hall.handlingTargetSeconds,
      goalSeconds: s.goalSeconds ?? hall.goalSeconds,
      limitSeconds: s.limitSeconds ?? hall.limitSeconds,
    })),
    classes: classes.map((c) => ({ ...c, names: c.names as Localized })),
    needs: needs.map((n) => ({ ...n, names: n.names as Localized })),
    outcomes: outcomes.map((o) => ({ ...o, names: o.names as Localized })),
    suggestions: await listSuggestions(db, hallId),
    bookableServices: await listBookableServices(db, hallId),
    counters: counters.map((c) => ({
      ...c,
      // In the order of the services, as every screen and answer names them.
      serviceIds: services.filter((s) => taken.has(`${c.id} ${s.id}`)).map((s) => s.id),
    })),
  };
}

/** Texts that came later than the hall are empty until somebody fills them in. */
function toText(stored: unknown): LocalizedText {
  return { 'zh-CN': '', en: '', es: '', ...(stored as Partial<LocalizedText> | null) };
}

/** What people have said about the hall being open; null before anything was told. */
export async function findOpening(db: Database | Tx, hallId: string): Promise<OpeningFacts | null> {
  const row = await db.hallOpening.findUnique({ where: { hallId } });
  if (!row) return null;
  const { hallId: _hall, ...facts } = row;
  return facts;
}

/**
 * The hall as it is now. Cost grows with the people in it and the day so far, not with its history: every query below
 * reads an index that begins with the hall and the state or the day.
 */
export async function loadHallState(db: Database | Tx, hallId: string, now: Date): Promise<HallState | null> {
  const config = await loadHallConfig(db, hallId);
  if (!config) return null;
  const { day, secondOfDay } = localTime(now, config.timeZone);
  const clock = await db.hallClock.findUnique({ where: { hallId } });
  const active = await db.ticket.findMany({
    where: { hallId, status: { in: [...ACTIVE_STATUSES] }, NOT: { status: 'booked', serviceDay: { gt: day } } },
    include: WITH_VISIT,
    orderBy: { id: 'asc' },
  });
  const ended = await db.ticket.findMany({
    where: { hallId, completedAt: { gte: new Date(now.getTime() - RECENT_MS) } },
    include: WITH_VISIT,
    orderBy: { id: 'asc' },
  });
  const tickets = new Map([...active, ...ended].map((row) => [row.id, toTicket(row)]));
  const sessions = await db.counterSession.findMany({
    where: { hallId, state: { in: ['open', 'paused'] } },
    orderBy: { counterId: 'asc' },
  });
  const care = await db.careVisit.findMany({
    where: { ticketId: { in: [...tickets.keys()] } },
    orderBy: { id: 'asc' },
  });
  const announcements = await db.announcement.findMany({
    where: { hallId, at: { gte: new Date(now.getTime() - ANNOUNCED_MS) } },
    orderBy: { seq: 'asc' },
  });
  const inOrder = [{ endedAt: 'asc' as const }, { id: 'asc' as const }];
  const legs = await db.ticketLeg.findMany({ where: { hallId, serviceDay: day }, orderBy: inOrder });
  const early = secondOfDay * 1000 < EVENING_MS;
  const evening = { serviceDay: addDays(day, -1), endedAt: { gte: new Date(now.getTime() - EVENING_MS) } };
  const eveningLegs = early ? await db.ticketLeg.findMany({ where: { hallId, ...evening }, orderBy: inOrder }) : [];
  const issuedToday = await db.ticket.count({ where: { hallId, serviceDay: day } });
  const sequences = await db.numberSequence.findMany({ where: { hallId, serviceDay: day } });
  const promises = await db.promiseRecord.findUnique({ where: { hallId } });
  return {
    version: clock?.version ?? 0,
    config,
    opening: await findOpening(db, hallId),
    serviceDay: day,
    tickets,
    sessions: new Map(sessions.map((row) => [row.counterId, toSession(row)])),
    care: new Map<string, CareVisit>(care.map((row) => [row.id, toCareVisit(row)])),
    announcements: announcements.map((row): Announcement => toAnnouncement(row)),
    legs: legs.map(toLeg),
    eveningLegs: eveningLegs.map(toLeg),
    issuedToday,
    sequences: new Map(sequences.map((s) => [s.letter, s.last])),
    numberBlocks: await listBlocks(db, hallId, day),
    promises: {
      correction: promises?.correction ?? 0,
      settled: promises?.settled ?? 0,
      settledUntil: promises?.settledUntil ?? now,
    },
    ...(await findLearned(db, hallId, day)),
    campaigns: await listCampaigns(db, hallId),
    touched: new Map(),
    loadedAt: clock?.version ?? 0,
    prunedAt: now.getTime(),
  };
}

/** Halls in use in the order of their names in addresses, after the name `after`. */
export async function listHalls(
  db: Database,
  page: { after?: string; limit: number },
): Promise<{ id: string; slug: string }[]> {
  return db.hall.findMany({
    where: { active: true, ...(page.after ? { slug: { gt: page.after } } : {}) },
    select: { id: true, slug: true },
    orderBy: { slug: 'asc' },
    take: page.limit,
  });
}
