/** The place in the queue: `queueAt` (arrival minus credit, ms or Date), then the order of issue. */
export interface Placed {
  queueAt: Date | null;
  issueOrder: number;
}

/** Priority is minutes of credit: nobody starves, ties are first come, first served. */
export function byQueueOrder(a: Placed, b: Placed): number {
  return (a.queueAt?.getTime() ?? 0) - (b.queueAt?.getTime() ?? 0) || a.issueOrder - b.issueOrder;
}

/** Seconds of credit: the highest that the class or any need gives; credits do not add up. */
export function creditSeconds(classMinutes: number | undefined, needMinutes: number[]): number {
  return Math.max(0, classMinutes ?? 0, ...needMinutes) * 60;
}

export function queueTime(waitingSince: Date, credit: number): Date {
  return new Date(waitingSince.getTime() - credit * 1000);
}

/** A counter takes a ticket meant for it, or one of its services that is meant for no counter in particular. */
export function takes(
  counter: { counterId: string; serviceIds: readonly string[] },
  ticket: { serviceId: string; targetCounterId: string | null },
): boolean {
  return ticket.targetCounterId !== null
    ? ticket.targetCounterId === counter.counterId
    : counter.serviceIds.includes(ticket.serviceId);
}
