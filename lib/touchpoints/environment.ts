import { type Figure, numberOf, share, standard, type TouchpointDefinition } from './touchpoint';

/** The share of standing material that is in date, as the day's last event of material tells it. */
const noExpiredMaterial = standard<{ standing: number; expired: number }>({
  code: 'noExpiredMaterial',
  unit: 'share',
  goal: { atLeast: 1 },
  begin: () => ({ standing: 0, expired: 0 }),
  take(memory, event) {
    if (!event.kind.startsWith('material.')) return;
    const standing = numberOf(event, 'standing');
    const expired = numberOf(event, 'expired');
    if (standing === null || expired === null) return;
    memory.standing = standing;
    memory.expired = expired;
  },
  measure: ({ standing, expired }) => ({ sum: standing - expired, count: standing }),
});

/**
 * Weak points closed by their date: each counts once, when its date passes (missed) or when its result has been checked
 * and the date never passed before it was done (kept).
 */
const weakPointsInTime = share('weakPointsInTime', { atLeast: 1 }, (event) => {
  if (event.kind === 'weakPoint.overdue') return event.payload.again === true ? null : false;
  if (event.kind === 'weakPoint.verified') return event.payload.wasOverdue === true ? null : true;
  return null;
});

/** Of all items that were looked at on signed rounds, those that were in order. */
const itemsInOrder = standard<Figure>({
  code: 'itemsInOrder',
  unit: 'share',
  goal: { atLeast: 0.95 },
  begin: () => ({ sum: 0, count: 0 }),
  take(memory, event) {
    if (event.kind !== 'round.signed') return;
    const [items, failed] = [numberOf(event, 'items'), numberOf(event, 'failed')];
    if (items === null || failed === null) return;
    memory.sum += items - failed;
    memory.count += items;
  },
  measure: ({ sum, count }) => ({ sum, count }),
});

/** Environment: staff, zones and material are as they should be. */
export const environment = {
  key: 'environment',
  peak: false,
  events: [
    'counter.opened',
    'counter.paused',
    'counter.resumed',
    'counter.servicesChanged',
    'counter.closed',
    'counter.clerkSilent',
    'counter.clerkBack',
    'round.due',
    'round.signed',
    'round.missed',
    'round.templateSaved',
    'task.opened',
    'task.done',
    'task.checked',
    'task.reopened',
    'task.overdue',
    'material.added',
    'material.changed',
    'material.checked',
    'material.removed',
    'material.putUp',
    'material.expiring',
    'material.expired',
    'material.counted',
    'campaign.planned',
    'campaign.changed',
    'campaign.started',
    'campaign.ended',
    'campaign.withdrawn',
    'weakPoint.opened',
    'weakPoint.planned',
    'weakPoint.started',
    'weakPoint.done',
    'weakPoint.verified',
    'weakPoint.reopened',
    'weakPoint.dropped',
    'weakPoint.near',
    'weakPoint.overdue',
    'weakPoint.seen',
    'meeting.recorded',
    'inspection.recorded',
    'record.changed',
    'staffing.planned',
    'screen.silent',
    'screen.heard',
    'screen.reloadAsked',
    'screen.reloaded',
    'screen.removed',
  ],
  standards: [
    // A round that was missed and walked later counts once, as missed.
    share('roundsOnTime', { atLeast: 0.95 }, ({ kind, payload }) => {
      if (kind === 'round.missed') return false;
      if (kind !== 'round.signed' || payload.planned !== true || payload.missedBefore === true) return null;
      return payload.onTime === true;
    }),
    itemsInOrder,
    share('tasksOnTime', { atLeast: 0.9 }, ({ kind, payload }) => {
      if (kind === 'task.overdue') return false;
      if (kind !== 'task.done' || payload.overdueBefore === true) return null;
      return payload.onTime === true;
    }),
    noExpiredMaterial,
    weakPointsInTime,
  ],
} as const satisfies TouchpointDefinition;
