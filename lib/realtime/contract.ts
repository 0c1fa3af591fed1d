import { z } from 'zod';
import { publicCampaignSchema } from '@/lib/campaigns/schema';
import { careSchema } from '@/lib/care/schema';
import { counterSchema } from '@/lib/counters/schema';
import { openingReasonSchema } from '@/lib/halls/schema';
import { SCREEN_KINDS } from '@/lib/screens/screen';
import { customerTicketSchema, estimateSchema, ticketSchema } from '@/lib/tickets/schema';
import { CHANNELS, SLIP_STATES, TICKET_STATUSES } from '@/lib/tickets/ticket';
import { HEARTBEAT_SECONDS, LIVE_PATH, STALE_SECONDS } from './connection';

/** The live contract: what a client sends and gets on path `/live`. Snapshots, not deltas. */
// Screens read these three from ./connection, without loading zod.
export { HEARTBEAT_SECONDS, LIVE_PATH, STALE_SECONDS };

const names = z.record(z.string(), z.string());
const instant = z.string();

export const hallHeadSchema = z.object({
  id: z.string(),
  slug: z.string(),
  names,
  timeZone: z.string(),
  languages: z.array(z.string()),
  open: z.boolean(),
  openReason: openingReasonSchema,
  goalSeconds: z.int(),
  limitSeconds: z.int(),
  handlingTargetSeconds: z.int(),
  careTakeSeconds: z.int(),
  noShowSeconds: z.int(),
});

const announcementSchema = z.object({
  id: z.string(),
  seq: z.int(),
  number: z.string(),
  counterNumber: z.int(),
  kind: z.enum(['call', 'recall']),
  at: instant,
});

/** The lobby display: numbers, counters, waits. Never a name. */
export const boardViewSchema = z.object({
  hall: hallHeadSchema,
  nextChange: z.object({ at: instant, opens: z.boolean() }).nullable(),
  /** Today's opening hours. */
  today: z.array(z.object({ opens: z.string(), closes: z.string() })),
  hotlineNumber: z.string().nullable(),
  remoteTickets: z.boolean(),
  /** Customers who are called or served now, newest call first. */
  calls: z.array(
    z.object({ number: z.string(), counterNumber: z.int(), at: instant, state: z.enum(['called', 'serving']) }),
  ),
  /** Calls and recalls of the last two minutes in order, to show and speak once each. */
  announcements: z.array(announcementSchema),
  next: z.array(z.object({ number: z.string(), serviceCode: z.string() })),
  services: z.array(
    z.object({
      code: z.string(),
      letter: z.string(),
      names,
      waiting: z.int(),
      estimate: estimateSchema.nullable(),
      openCounters: z.int(),
    }),
  ),
  waiting: z.int(),
  /** Waits over the limit: the number only, and whether somebody is coming. */
  overLimit: z.array(z.object({ number: z.string(), waitingSince: instant, coming: z.boolean() })),
  /** What runs today, in its order. */
  campaigns: z.array(publicCampaignSchema),
});
export type BoardView = z.infer<typeof boardViewSchema>;

/** A ticket in a staff list: what the lists need, and no more. */
export const queueRowSchema = z.object({
  id: z.string(),
  visitId: z.string(),
  number: z.string(),
  serviceCode: z.string(),
  status: z.enum(TICKET_STATUSES),
  channel: z.enum(CHANNELS),
  /** 1 = next to be called; only while waiting. */
  place: z.int().nullable(),
  customerClass: z.string().nullable(),
  needs: z.array(z.string()),
  prepared: z.int(),
  papers: z.int(),
  issuedAt: instant,
  bookedFor: instant.nullable(),
  waitingSince: instant.nullable(),
  /** Seconds of the wait that do not count (holds the customer asked for): wait = now − waitingSince − this. */
  excusedSeconds: z.int(),
  estimate: estimateSchema.nullable(),
  flaggedAt: instant.nullable(),
  earlyFlaggedAt: instant.nullable(),
  limitsCrossed: z.int(),
  limitSeconds: z.int(),
  counterNumber: z.int().nullable(),
  targetCounterNumber: z.int().nullable(),
  calledAt: instant.nullable(),
  startedAt: instant.nullable(),
  heldAt: instant.nullable(),
  holdReason: z.string().nullable(),
  completedAt: instant.nullable(),
  outcome: z.string().nullable(),
  endReason: z.string().nullable(),
  /** What became of its paper slip; null: none was sent to a printer of the hall. */
  slip: z.enum(SLIP_STATES).nullable(),
  /** Who may take back the last change and until when. */
  undo: z.object({ event: z.string(), by: z.string(), until: instant }).nullable(),
});
export type QueueRow = z.infer<typeof queueRowSchema>;

export const serviceStateSchema = z.object({
  id: z.string(),
  code: z.string(),
  letter: z.string(),
  names,
  zoneCode: z.string().nullable(),
  zoneNames: names.nullable(),
  papers: z.array(z.object({ code: z.string(), names, form: z.boolean() })),
  machineCapable: z.boolean(),
  goalSeconds: z.int(),
  limitSeconds: z.int(),
  handlingTargetSeconds: z.int(),
  waiting: z.int(),
  openCounters: z.int(),
  estimate: estimateSchema.nullable(),
});

const choiceSchema = z.object({ code: z.string(), names });

/** Guide desk and floor: everyone waiting in order, flags, care, what can be chosen. */
export const queueViewSchema = z.object({
  hall: hallHeadSchema,
  services: z.array(serviceStateSchema),
  classes: z.array(choiceSchema.extend({ creditMinutes: z.int() })),
  needs: z.array(choiceSchema.extend({ creditMinutes: z.int() })),
  waiting: z.array(queueRowSchema),
  called: z.array(queueRowSchema),
  serving: z.array(queueRowSchema),
  held: z.array(queueRowSchema),
  booked: z.array(queueRowSchema),
  /** Issued or ended in the last half hour, newest first, at most 30. */
  recent: z.array(queueRowSchema),
  care: z.array(careSchema),
  counters: z.array(counterSchema),
  today: z.object({ issued: z.int(), served: z.int(), cancelled: z.int(), noShow: z.int() }),
});
export type QueueView = z.infer<typeof queueViewSchema>;

/** One counter's screen: its customer, what has happened to him so far, and its queue. */
export const counterViewSchema = z.object({
  hall: hallHeadSchema,
  /** Of the money that changes hands here, ISO 4217. */
  currency: z.string(),
  counter: counterSchema,
  actorRef: z.string().nullable(),
  ticket: ticketSchema
    .extend({
      papers: z.array(choiceSchema.extend({ form: z.boolean(), ready: z.boolean() })),
      handlingTargetSeconds: z.int(),
      goalSeconds: z.int(),
      limitSeconds: z.int(),
      /** What the customer was told when the number was issued. */
      promised: estimateSchema.nullable(),
      careDone: z.array(careSchema),
      otherTickets: z.array(
        z.object({ id: z.string(), number: z.string(), serviceCode: z.string(), status: z.enum(TICKET_STATUSES) }),
      ),
      earlierLegs: z.array(
        z.object({
          id: z.string(),
          serviceCode: z.string(),
          waitSeconds: z.int(),
          handlingSeconds: z.int().nullable(),
          ending: z.string(),
        }),
      ),
      announced: z.object({ shownAt: instant.nullable(), spokenAt: instant.nullable() }).nullable(),
      undo: queueRowSchema.shape.undo,
    })
    .nullable(),
  /** Waiting for this counter: how many, and the next ten. */
  waitingForMe: z.int(),
  queue: z.array(queueRowSchema),
  /** Held from this counter or parked in the hall, and no-shows of the last half hour: can be brought back. */
  parked: z.array(queueRowSchema),
  /** Last tickets that ended at this counter, newest first. */
  recent: z.array(queueRowSchema),
  services: z.array(serviceStateSchema),
  classes: z.array(choiceSchema),
  needs: z.array(choiceSchema),
  outcomes: z.array(choiceSchema),
  counters: z.array(z.object({ id: z.string(), number: z.int(), state: counterSchema.shape.state })),
  flagged: z.int(),
});
export type CounterDeskView = z.infer<typeof counterViewSchema>;

const shareSchema = z.object({ counted: z.int(), within: z.int(), share: z.number().nullable() });

/** The manager's live board. */
export const liveViewSchema = z.object({
  hall: hallHeadSchema,
  numbers: z.object({
    waiting: z.int(),
    longestWaitingSince: instant.nullable(),
    overLimit: z.int(),
    likely: z.int(),
    serving: z.int(),
    countersOpen: z.int(),
    countersPaused: z.int(),
    issuedToday: z.int(),
    servedToday: z.int(),
    leftToday: z.int(),
    noShowToday: z.int(),
    meanWaitSeconds: z.int().nullable(),
    meanHandlingSeconds: z.int().nullable(),
    careOpen: z.int(),
    careEscalated: z.int(),
  }),
  /** Share that started within the limit today: honest (waiters past it and leavers count as missed) and served only. */
  serviceLevel: z.object({ limitSeconds: z.int(), honest: shareSchema, servedOnly: shareSchema, leftBefore: z.int() }),
  /** Today's promises beside what happened; see promise-truth.ts. */
  promises: z.object({
    counted: z.int(),
    medianErrorSeconds: z.int().nullable(),
    biasSeconds: z.int().nullable(),
    kept: z.number().nullable(),
  }),
  services: z.array(serviceStateSchema),
  waiting: z.array(queueRowSchema),
  counters: z.array(counterSchema),
  flags: z.array(careSchema),
  /** The last two hours in steps of five minutes: people waiting at its end, served in it, mean wait of those. */
  trend: z.array(z.object({ at: instant, waiting: z.int(), served: z.int(), meanWaitSeconds: z.int().nullable() })),
});
export type LiveBoardView = z.infer<typeof liveViewSchema>;

export const ticketViewSchema = customerTicketSchema;
export type CustomerTicketView = z.infer<typeof ticketViewSchema>;

/**
 * Which touchpoints of the hall something happened at, by the version of the last event. Screens whose facts are not in
 * a view of their own ask the API for them again when the touchpoint they show has moved.
 */
export const signalsViewSchema = z.object({ touchpoints: z.record(z.string(), z.int()) });
export type SignalsView = z.infer<typeof signalsViewSchema>;

/** Views a client may watch: `board`, `board:<zone code>`, `queue`, `live`, `signals`, `counter:<id>`, `ticket:<token>`. */
export const watchSchema = z.strictObject({
  hall: z.string().min(1).max(100),
  view: z
    .string()
    .min(1)
    .max(120)
    .regex(/^(board(:[\w-]+)?|queue|live|signals|counter:[\w-]+|ticket:[\w-]+)$/),
});
export type Watch = z.infer<typeof watchSchema>;

export interface ViewData {
  board: BoardView;
  queue: QueueView;
  live: LiveBoardView;
  signals: SignalsView;
  counter: CounterDeskView;
  ticket: CustomerTicketView;
}

/** What arrives with every change: `version` only rises while a connection lasts. */
export interface ViewPush<T> {
  view: string;
  version: number;
  at: string;
  data: T;
}

export type WatchAnswer<T> = { ok: true; version: number; at: string; data: T } | { ok: false; code: string };

/** What a display sends to say what it showed and spoke. */
export const acknowledgeSchema = z.strictObject({
  hall: z.string().min(1).max(100),
  items: z.array(z.strictObject({ id: z.string().max(100), shown: z.boolean(), spoken: z.boolean() })).max(50),
});

/** What an unattended screen says of itself when it connects: its kind, this page of it, and the build that it runs. */
export const helloSchema = z.strictObject({
  kind: z.enum(SCREEN_KINDS),
  page: z.string().min(1).max(100),
  build: z.string().max(100).nullable(),
});

export interface ServerToClient {
  view: (push: ViewPush<unknown>) => void;
  heartbeat: (beat: { at: string; build: string }) => void;
  reload: () => void;
}

export interface ClientToServer {
  watch: (watch: Watch, answer: (result: WatchAnswer<unknown>) => void) => void;
  unwatch: (watch: Watch, answer?: (result: { ok: boolean }) => void) => void;
  hello: (hello: z.infer<typeof helloSchema>, answer?: (result: { ok: boolean }) => void) => void;
  acknowledge: (
    items: z.infer<typeof acknowledgeSchema>,
    answer: (result: { ok: boolean; code?: string }) => void,
  ) => void;
}
