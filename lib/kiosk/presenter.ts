import type { HallState } from '@/lib/halls/hall-state';
import { presentCustomerTicket } from '@/lib/tickets/presenter';
import type { Ticket } from '@/lib/tickets/ticket';
import type { HallEstimate } from '@/lib/waiting/hall-estimate';
import type { KioskChoices, KioskTicket } from './schema';

/** Only what customers may see: a kiosk is a public screen. */
export function presentChoices({ config }: Pick<HallState, 'config'>): KioskChoices {
  const choice = ({ code, names }: { code: string; names: Record<string, string> }) => ({ code, names });
  const zones = config.zones.filter((zone) => zone.active);
  return {
    zones: zones.map(choice),
    services: config.services
      .filter((service) => service.active)
      .map((service) => ({
        ...choice(service),
        zoneCode: zones.find((zone) => zone.id === service.zoneId)?.code ?? null,
        papers: service.papers,
      })),
    needs: config.needs.filter((need) => need.active).map(choice),
    classes: config.kioskChoosesClass ? config.classes.filter((one) => one.active).map(choice) : [],
  };
}

/** The ticket of this number that is in the hall or expected there today; the newest day's, where two have it. */
export function ticketOfNumber(state: HallState, number: string): Ticket | undefined {
  const expected = ['booked', 'waiting', 'called', 'serving', 'held'];
  return [...state.tickets.values()]
    .filter((ticket) => ticket.number === number && expected.includes(ticket.status))
    .sort((a, b) => b.serviceDay.localeCompare(a.serviceDay))[0];
}

export function presentKioskTicket(
  state: HallState,
  ticket: Ticket,
  { now, estimate, token }: { now: Date; estimate: HallEstimate; token: string | null },
): KioskTicket {
  return {
    ticket: presentCustomerTicket(state, ticket, now, estimate),
    token,
    mayCheckIn: ticket.status === 'booked',
  };
}
