import webpush from 'web-push';
import { pushKeys, unseal } from '@/lib/auth/seal';
import { webhookSecret } from '@/lib/auth/secrets';
import { secondsBetween } from '@/lib/core/clock';
import { execute, readState } from '@/lib/door/execute';
import { type House, onHallChanged } from '@/lib/door/house';
import { forgetContacts, spreadNotices } from '@/lib/notices/commands';
import { nearlyCalled } from '@/lib/notices/notice';
import {
  findCursor,
  findPhone,
  findSubscription,
  listEndedWithContacts,
  listHallsWithListeners,
  listToldEvents,
} from '@/lib/notices/queries';
import { log } from '@/lib/platform/logging';
import { RefusedAddress, sendOut } from '@/lib/platform/outgoing';
import { repeat } from '@/lib/platform/repeat';
import { findStoredTicket } from '@/lib/tickets/queries';
import { ticketToken } from '@/lib/tickets/token';
import { findWebhook } from '@/lib/webhooks/queries';
import { signedHeaders } from '@/lib/webhooks/signature';
import { ANSWER_WITHIN_MS, type Outcome, PUSH_WORTH_SECONDS } from './attempt';
import { claimDeliveries, forgetDeliveries, settleDelivery } from './commands';
import { type Notice, pushMessage, webhookMessage } from './message';
import { type Delivery, listDueDeliveries } from './queries';

const SYSTEM = { actor: { kind: 'system' } } as const;

/** All that is sent at the same moment, and of it to one receiver: one that hangs holds up nobody else. */
const AT_ONCE = 16;
const AT_ONCE_TO_ONE = 2;

/** How the notices of a house leave it. */
export interface SenderSettings {
  /** Where customers reach this house, without a slash at the end. */
  origin: string;
  allowPrivate: boolean;
  /** A receiver is waited for at most this long, in ms. */
  answerWithinMs?: number;
}

/** Turns what happened into notices, and brings them to their receivers. */
export class NoticeSender {
  private readonly underWay = new Map<string, { targetId: string; done: Promise<void> }>();
  /** Whose turn was near when a hall was last looked at: only newcomers are worth a transaction. */
  private readonly near = new Map<string, Set<string>>();

  constructor(
    private readonly house: House,
    private readonly settings: SenderSettings,
  ) {}

  /** Writes a row for each receiver of what has happened in a hall since the last time. */
  async spread(hallId: string): Promise<void> {
    const { house } = this;
    const cursor = await findCursor(house.db, hallId);
    if (cursor === null) return;
    const now = house.clock.now();
    const seen = await readState(house, hallId, (state) => ({
      version: state.version,
      near: nearlyCalled(state, now),
    }));
    if (!seen) return;
    const known = this.near.get(hallId);
    const newcomers = seen.near.filter(({ ticketId }) => !known?.has(ticketId));
    const range = { after: cursor, upTo: seen.version, limit: 1 };
    const news = newcomers.length > 0 || (await listToldEvents(house.db, hallId, range)).length > 0;
    for (let more = news; more; ) {
      const done = await execute(house, SYSTEM, spreadNotices, {
        hall: hallId,
        version: seen.version,
        near: newcomers.slice(0, 1000),
      });
      // Another server was faster: it has told what there was to tell, and the next look shows what is left.
      if (!done.ok) return;
      more = done.value.more;
    }
    this.near.set(hallId, new Set(seen.near.map(({ ticketId }) => ticketId)));
  }

  /** Begins with everything that is due and has room; answers how much that was. */
  async begin(): Promise<number> {
    const { house } = this;
    const busy = new Map<string, number>();
    for (const { targetId } of this.underWay.values()) busy.set(targetId, (busy.get(targetId) ?? 0) + 1);
    const room = AT_ONCE - this.underWay.size;
    if (room <= 0) return 0;
    const found = await listDueDeliveries(house.db, house.clock.now(), {
      limit: AT_ONCE * AT_ONCE_TO_ONE,
      notFor: [...busy].filter(([, count]) => count >= AT_ONCE_TO_ONE).map(([targetId]) => targetId),
      notThese: [...this.underWay.keys()],
    });
    const due = found.filter(({ targetId }) => {
      const count = busy.get(targetId) ?? 0;
      busy.set(targetId, count + 1);
      return count < AT_ONCE_TO_ONE;
    });
    if (due.length === 0) return 0;
    const claimed = await execute(house, SYSTEM, claimDeliveries, { due: due.slice(0, room) });
    if (!claimed.ok) throw new Error(`Notices were not claimed: ${claimed.failure.code}.`);
    for (const delivery of claimed.value) this.start(delivery);
    return claimed.value.length;
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all([...this.underWay.values()].map(({ done }) => done));
  }

  /** The next that comes free. */
  onFree: () => void = () => {};

  private start(delivery: Delivery): void {
    const done = this.deliver(delivery)
      .catch((error: unknown) => log().error({ part: 'notices', delivery: delivery.id, err: error }))
      .finally(() => {
        this.underWay.delete(delivery.id);
        this.onFree();
      });
    this.underWay.set(delivery.id, { targetId: delivery.targetId, done });
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const outcome = await this.attempt(delivery);
    const { id, attempts } = delivery;
    const settled = await execute(this.house, SYSTEM, settleDelivery, { id, attempts, chance: Math.random(), outcome });
    const state = settled.ok ? settled.value.state : settled.failure.code;
    if (outcome.kind !== 'delivered')
      log().warn({ part: 'notices', delivery: id, event: delivery.event, attempts, outcome, state });
  }

  private async attempt(delivery: Delivery): Promise<Outcome> {
    const { house, settings } = this;
    const config = await readState(house, delivery.hallId, (state) => state.config);
    if (!config) return { kind: 'gone', status: 0 };
    const notice: Notice = {
      event: delivery.event,
      ticketId: delivery.ticketId,
      facts: delivery.facts,
      hall: config,
      url: `${settings.origin}/t/${ticketToken(house.secret, delivery.ticketId)}`,
    };
    return delivery.channel === 'push' ? this.push(delivery, notice) : this.hook(delivery, notice);
  }

  private async hook(delivery: Delivery, notice: Notice): Promise<Outcome> {
    const { house } = this;
    const webhook = await findWebhook(house.db, delivery.targetId);
    if (!webhook?.active)
      return { kind: 'failed', status: null, error: 'the receiver is switched off', retryAfterSeconds: null };
    const sealed = webhook.takesPhone ? await findPhone(house.db, delivery.ticketId) : null;
    const phone = sealed ? unseal(house.secret, `phone:${delivery.ticketId}`, sealed) : null;
    const body = JSON.stringify(webhookMessage(notice, phone));
    const secret = webhookSecret(house.secret, webhook.id, new Date(webhook.secretMadeAt));
    return this.post(webhook.url, body, {
      'content-type': 'application/json',
      'user-agent': 'business-hall',
      ...signedHeaders(secret, delivery.id, house.clock.now(), body),
    });
  }

  private async push(delivery: Delivery, notice: Notice): Promise<Outcome> {
    const { house } = this;
    const subscription = await findSubscription(house.db, delivery.targetId);
    if (!subscription) return { kind: 'gone', status: 0 };
    if (delivery.event === 'ticket.twoAhead') {
      const ticket = await findStoredTicket(house.db, delivery.ticketId);
      // He was called meanwhile: that is the news.
      if (ticket?.status !== 'waiting' && ticket?.status !== 'booked') return { kind: 'delivered', status: 0 };
    }
    const { endpoint, p256dh, auth, locale } = subscription;
    const keys = pushKeys(house.secret);
    const age = secondsBetween(delivery.createdAt, house.clock.now());
    const details = webpush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify(pushMessage(notice, locale)),
      {
        vapidDetails: { subject: vapidSubject(this.settings.origin), ...keys },
        TTL: Math.max(0, PUSH_WORTH_SECONDS - age),
        urgency: 'high',
      },
    );
    const outcome = await this.post(endpoint, details.body as Buffer, details.headers as Record<string, string>);
    return outcome.kind === 'failed' && outcome.status === 404 ? { kind: 'gone', status: 404 } : outcome;
  }

  private async post(url: string, body: string | Buffer, headers: Record<string, string>): Promise<Outcome> {
    const { allowPrivate, answerWithinMs = ANSWER_WITHIN_MS } = this.settings;
    try {
      const { status, retryAfterSeconds } = await sendOut({
        url,
        body,
        headers,
        allowPrivate,
        withinMs: answerWithinMs,
      });
      if (status >= 200 && status < 300) return { kind: 'delivered', status };
      if (status === 410) return { kind: 'gone', status };
      return { kind: 'failed', status, error: `answered ${status}`, retryAfterSeconds };
    } catch (error) {
      return { kind: 'failed', status: null, error: reasonOf(error), retryAfterSeconds: null };
    }
  }
}

/** Why nothing came back, in words that hold no address and no secret. */
function reasonOf(error: unknown): string {
  if (error instanceof RefusedAddress) return error.message;
  const { name, code } = error as { name?: string; code?: string };
  return name === 'TimeoutError' || name === 'AbortError' ? 'no answer in time' : (code ?? 'the connection broke');
}

/** Whom a push service may turn to: by its rules an https address or a mail address. */
function vapidSubject(origin: string): string {
  return origin.startsWith('https://') ? origin : 'mailto:hall@example.org';
}

/** After its end a ticket may come back: an undo within half a minute, a no-show within half an hour. */
const FORGET_SECONDS = { noShow: 1_800, other: 60 } as const;
/** What is still on its way by then is waited for no longer. */
const FORGET_FOR_GOOD_SECONDS = 3 * 3_600;

/** Forgets the phones of those whose visit is over. */
export async function forgetEnded(house: House): Promise<void> {
  const now = house.clock.now();
  const over = (await listEndedWithContacts(house.db)).map(({ ticketId, status, endedAt }) => ({
    ticketId,
    seconds: secondsBetween(endedAt, now) - (status === 'noShow' ? FORGET_SECONDS.noShow : FORGET_SECONDS.other),
  }));
  const ended = over.filter(({ seconds }) => seconds >= 0).slice(0, 500);
  if (ended.length === 0) return;
  await execute(house, SYSTEM, forgetContacts, {
    ended: ended.map(({ ticketId }) => ticketId),
    final: ended.filter(({ seconds }) => seconds >= FORGET_FOR_GOOD_SECONDS).map(({ ticketId }) => ticketId),
  });
}

/** After a change of a hall its notices are looked for this soon: changes that come together are one look. */
const LOOK_AFTER_MS = 150;
/** What no change announces: a pause that is over, a message of another server that did not come through. */
const TICK_MS = 500;
const LOOK_EVERY = 4;
const FORGET_EVERY = 20;
const FORGET_DELIVERIES_EVERY = 7_200;

const STOP_WITHIN_MS = 2_000;

export interface NoticeTimer {
  stop(): Promise<void>;
}

/** Keeps the notices of a house going until it is stopped. What was under way then is tried again at the next start. */
export function startNotices(house: House, settings: SenderSettings, failed: (error: unknown) => void): NoticeTimer {
  const sender = new NoticeSender(house, settings);
  const changed = new Set<string>();
  let listening = new Set<string>();
  let stopped = false;
  let tick = 0;
  let soon: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;

  const work = async () => {
    const halls = [...changed].filter((hall) => listening.has(hall));
    changed.clear();
    for (const hall of halls) await sender.spread(hall);
    while (!stopped && (await sender.begin()) > 0);
  };
  const run = () => {
    soon = undefined;
    if (stopped || running) return;
    running = work()
      .catch(failed)
      .finally(() => {
        running = null;
        if (changed.size > 0) look();
      });
  };
  const look = () => {
    if (!stopped) soon ??= setTimeout(run, LOOK_AFTER_MS);
  };
  sender.onFree = look;
  const stopListening = onHallChanged(house, ({ hallId }) => {
    changed.add(hallId);
    look();
  });
  const onTick = async () => {
    if (tick % LOOK_EVERY === 0) {
      listening = new Set(await listHallsWithListeners(house.db));
      for (const hall of listening) changed.add(hall);
    }
    if (tick % FORGET_EVERY === 0) await forgetEnded(house);
    if (tick % FORGET_DELIVERIES_EVERY === 0) await execute(house, SYSTEM, forgetDeliveries, {});
    tick++;
    look();
  };
  const ticking = repeat(onTick, TICK_MS, failed);
  return {
    async stop() {
      stopped = true;
      stopListening();
      clearTimeout(soon);
      await ticking.stop();
      await running;
      // What is under way may still be written down; what hangs is tried again after the lease.
      await Promise.race([sender.idle(), new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS))]);
    },
  };
}
