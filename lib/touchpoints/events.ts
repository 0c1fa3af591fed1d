import { TOUCHPOINTS, type Touchpoint } from './registry';

type KindOfTouchpoint = (typeof TOUCHPOINTS)[number]['events'][number];

/** Every kind of event the house records; `touchpoint.recorded` is what a program reports in its own words. */
export type EventKind = KindOfTouchpoint | 'touchpoint.recorded';

/** The touchpoint that a kind of event belongs to; null where the event names its own. */
export const EVENT_KINDS = {
  ...Object.fromEntries(TOUCHPOINTS.flatMap(({ key, events }) => events.map((kind) => [kind, key]))),
  'touchpoint.recorded': null,
} as Record<EventKind, Touchpoint | null>;

/** An event before it is stored: the door adds id, time, order, actor. */
export interface NewEvent {
  kind: EventKind;
  /** Only for `touchpoint.recorded`: the touchpoint a person names. */
  touchpoint?: Touchpoint;
  /** When it happened, where the house hears of it later; left out: now. On the same service day. */
  at?: Date;
  visitId?: string | null;
  ticketId?: string | null;
  counterId?: string | null;
  zoneId?: string | null;
  screenId?: string | null;
  payload?: Record<string, unknown>;
}

/** The touchpoint of an event: its own word, or what its kind says. */
export function touchpointOf(event: NewEvent): Touchpoint {
  return event.touchpoint ?? EVENT_KINDS[event.kind] ?? 'environment';
}
