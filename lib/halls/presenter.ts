import { presentRunning } from '@/lib/campaigns/presenter';
import { isAtWork, servedIds } from '@/lib/counters/counter-session';
import type { HallEstimate } from '@/lib/waiting/hall-estimate';
import { checkedDay, decisionInForce, hallOpening, plannedOpening } from './hall-opening';
import { type HallState, waitingInOrder } from './hall-state';
import type { HallView, OpeningView } from './schema';
import { serviceDay } from './service-day';

const choice = ({ code, names }: { code: string; names: Record<string, string> }) => ({ code, names });
const active = (entry: { active: boolean }) => entry.active;

/** For everybody: nothing about a person, only how many wait. */
export function presentHall(state: HallState, now: Date, estimate: HallEstimate): HallView {
  const { config } = state;
  const { open, why, today, nextChange } = hallOpening(state, now);
  const line = waitingInOrder(state);
  const day = serviceDay(now, config.timeZone);
  const services = config.services.filter(active).map((service) => ({
    ...choice(service),
    letter: service.letter,
    papers: service.papers.map(({ form, ...paper }) => ({ ...choice(paper), form })),
    waiting: line.filter((ticket) => ticket.serviceId === service.id).length,
    openCounters: config.counters.filter((counter) => {
      const session = state.sessions.get(counter.id);
      return isAtWork(session) && servedIds(session, counter.serviceIds).includes(service.id);
    }).length,
    bookable: config.bookings && config.bookableServices.some((one) => one.serviceId === service.id && one.active),
    estimate: estimate.services.get(service.id) ?? null,
  }));
  const known = services.flatMap((service) => service.estimate ?? []);
  return {
    id: config.id,
    slug: config.slug,
    names: config.names,
    timeZone: config.timeZone,
    languages: config.languages,
    address: config.address,
    transport: config.transport,
    parking: config.parking,
    district: config.district,
    campaign: config.campaign,
    stepFreeAccess: config.stepFreeAccess,
    hotlineNumber: config.hotlineNumber,
    latitude: config.latitude,
    longitude: config.longitude,
    weeklyHours: config.weeklyHours,
    exceptions: config.exceptions
      .filter((exception) => exception.date >= day)
      .map(({ date, hours, reason }) => ({ date, hours, reason })),
    open,
    openReason: why,
    today,
    nextChange: nextChange ? { at: nextChange.at.toISOString(), opens: nextChange.opens } : null,
    remoteTickets: config.remoteTickets,
    bookings: services.some(({ bookable }) => bookable),
    waiting: line.length,
    estimate: known.length > 0 ? known.reduce((a, b) => (b.p90Seconds > a.p90Seconds ? b : a)) : null,
    services,
    classes: config.classes.filter(active).map(choice),
    needs: config.needs.filter(active).map(choice),
    outcomes: config.outcomes.filter(active).map(choice),
    campaigns: presentRunning(state.campaigns, day),
  };
}

/** For staff: who signed and who decided. */
export function presentOpening(state: Pick<HallState, 'config' | 'opening'>, now: Date): OpeningView {
  const { config, opening: facts } = state;
  const { open, why, nextChange } = hallOpening(state, now);
  const decision = decisionInForce(facts, now);
  const [reason, ...note] = decision?.decisionReason?.split(' ') ?? [];
  const checked = facts?.checkAt && facts.checkDay === checkedDay(config, now);
  return {
    open,
    why,
    checkDemanded: config.openingCheck,
    plannedAt: plannedOpening(config, now)?.toISOString() ?? null,
    nextChange: nextChange ? { at: nextChange.at.toISOString(), opens: nextChange.opens } : null,
    opened: open && facts?.openedAt ? { at: facts.openedAt.toISOString(), name: facts.openedName } : null,
    check: checked && facts?.checkAt ? { at: facts.checkAt.toISOString(), name: facts.checkName } : null,
    decision:
      decision?.decisionAt && reason
        ? {
            open: decision.decisionOpen === true,
            at: decision.decisionAt.toISOString(),
            until: decision.decisionUntil?.toISOString() ?? null,
            name: decision.decisionName,
            reason,
            note: note.join(' ') || null,
          }
        : null,
  };
}
