import type { Locale, Localized } from '@/lib/core/localized';
import type { HallState } from '@/lib/halls/hall-state';
import { estimateOf, type HallEstimate } from '@/lib/waiting/hall-estimate';
import { peopleAhead } from './presenter';
import type { Ticket } from './ticket';

/** What stands on a ticket's paper slip. No name and no phone: slips lie about. */
export interface TicketSlip {
  number: string;
  hallNames: Localized;
  serviceNames: Localized;
  zoneNames: Localized | null;
  /** The customer's language, else the hall's first; the second line is the hall's other language, where it has one. */
  locale: Locale;
  secondLocale: Locale | null;
  issuedAt: string;
  timeZone: string;
  peopleAhead: number | null;
  estimate: { p50Seconds: number; p90Seconds: number } | null;
  /** Papers that are still missing. */
  papers: Localized[];
  /** Address of the customer's own page, for the QR code. */
  followUrl: string;
}

/** The slip of a ticket as it stands now; null when its service is gone. */
export function slipOf(state: HallState, ticket: Ticket, estimate: HallEstimate, followUrl: string): TicketSlip | null {
  const { config } = state;
  const service = config.services.find((s) => s.id === ticket.serviceId);
  if (!service) return null;
  const locale = config.languages.find((l) => l === ticket.locale) ?? config.languages[0] ?? 'zh-CN';
  return {
    number: ticket.number,
    hallNames: config.names,
    serviceNames: service.names,
    zoneNames: config.zones.find((z) => z.id === service.zoneId)?.names ?? null,
    locale,
    secondLocale: config.languages.find((l) => l !== locale) ?? null,
    issuedAt: ticket.issuedAt.toISOString(),
    timeZone: config.timeZone,
    peopleAhead: peopleAhead(state, ticket),
    estimate: estimateOf(estimate, ticket),
    papers: service.papers.filter((p) => !ticket.prepared.includes(p.code)).map((p) => p.names),
    followUrl,
  };
}
