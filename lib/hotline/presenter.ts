import type { HallState } from '@/lib/halls/hall-state';
import { hoursOn } from '@/lib/halls/opening-hours';
import { presentHall } from '@/lib/halls/presenter';
import { localTime } from '@/lib/halls/service-day';
import type { HallEstimate } from '@/lib/waiting/hall-estimate';
import { bestHour, hoursToCome, type PastWait } from './best-hour';
import type { HallNotice } from './hall-notice';
import type { HallNoticeView, HotlineHall } from './schema';

/** The facts of a hall as everybody may know them, with the best hour to come. */
export function presentHotlineHall(
  state: HallState,
  now: Date,
  estimate: HallEstimate,
  past: readonly PastWait[],
): HotlineHall {
  const hall = presentHall(state, now, estimate);
  const { day, secondOfDay } = localTime(now, state.config.timeZone);
  return {
    id: hall.id,
    slug: hall.slug,
    names: hall.names,
    timeZone: hall.timeZone,
    address: hall.address,
    transport: hall.transport,
    parking: hall.parking,
    stepFreeAccess: hall.stepFreeAccess,
    hotlineNumber: hall.hotlineNumber,
    latitude: hall.latitude,
    longitude: hall.longitude,
    open: hall.open,
    today: hall.today,
    nextChange: hall.nextChange,
    weeklyHours: hall.weeklyHours,
    exceptions: hall.exceptions,
    waiting: hall.waiting,
    estimate: hall.estimate,
    bestHour: bestHour(past, hoursToCome(hoursOn(state.config, day), secondOfDay)),
    services: hall.services.map(({ code, names, waiting, openCounters, estimate: one }) => ({
      code,
      names,
      waiting,
      openCounters,
      estimate: one,
    })),
  };
}

export function presentNotice(notice: HallNotice, acknowledgedAt: Date | null): HallNoticeView {
  return {
    id: notice.id,
    hallId: notice.hallId,
    at: notice.at.toISOString(),
    dueAt: notice.dueAt.toISOString(),
    fields: notice.fields,
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
  };
}
