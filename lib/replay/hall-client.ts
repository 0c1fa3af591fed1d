import { z } from 'zod';
import type { HallDefinition } from '@/lib/halls/schema';
import type { ReplayPlan } from './replay-plan';

/** How requests are sent: by whom is in the headers. */
export type Send = (
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string>,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>;

type Headers = Record<string, string>;

/** An answer that should not have come. */
export interface ReplayError {
  request: string;
  status: number;
  body: string;
}

const hallAnswer = z.object({ id: z.string(), slug: z.string() });
const keyAnswer = z.object({ key: z.string() });
const issuedAnswer = z.object({ id: z.string(), number: z.string() });
const counterState = z.object({
  id: z.string(),
  number: z.int(),
  state: z.string(),
  ticket: z.object({ id: z.string(), number: z.string() }).nullable(),
});
const countersAnswer = z.object({ items: z.array(counterState) });
const eventSchema = z.object({
  kind: z.string(),
  ticketId: z.string().nullable(),
  counterId: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
});
const eventsAnswer = z.object({ items: z.array(eventSchema), nextCursor: z.string().nullable() });

const share = z.object({ counted: z.int(), within: z.int(), share: z.number().nullable() });
const levelAnswer = z.object({ honest: share, servedOnly: share });

export type LevelReport = z.infer<typeof levelAnswer>;
export type HallEvent = z.infer<typeof eventSchema>;
export type CounterState = z.infer<typeof counterState>;

/** The hall that a plan needs: one service and its own counters for each queue of the log. */
export function replayHall(plan: ReplayPlan, slug: string, timeZone: string): HallDefinition {
  const named = (text: string) => ({ 'zh-CN': text, en: text, es: text });
  const readable = plan.office.replaceAll('_', ' ');
  return {
    slug,
    names: named(`${readable} ${plan.date}`.slice(0, 200)),
    timeZone,
    weeklyHours: Array.from({ length: 7 }, () => [{ opens: '06:00', closes: '22:00' }]),
    services: plan.queues.map((queue) => ({
      code: queue.code,
      letter: queue.letter,
      names: named(queue.name.slice(0, 200)),
    })),
    counters: plan.queues
      .flatMap((queue) => Array.from({ length: queue.counters }, () => queue.code))
      .map((code, i) => ({ number: i + 1, serviceCodes: [code] })),
  };
}

/**
 * A hall through the HTTP API, as its administrator, guides and clerks use it. Refusals are noted in `errors` and give
 * null.
 */
export class HallClient {
  readonly errors: ReplayError[] = [];
  requests = 0;

  constructor(private readonly send: Send) {}

  private async ask<S extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    by: Headers,
    answer: S,
    body?: unknown,
  ): Promise<z.output<S> | null> {
    this.requests += 1;
    const { status, body: got } = await this.send(method, path, by, body);
    const parsed = answer.safeParse(got);
    if (status < 300 && parsed.success) return parsed.data;
    this.errors.push({ request: `${method} ${path}`, status, body: JSON.stringify(got).slice(0, 300) });
    return null;
  }

  createHall(by: Headers, definition: HallDefinition) {
    return this.ask('POST', '/halls', by, hallAnswer, definition);
  }

  async createKey(
    by: Headers,
    hall: string,
    name: string,
    role: 'guide' | 'clerk' | 'manager',
  ): Promise<Headers | null> {
    const made = await this.ask('POST', '/keys', by, keyAnswer, { hall, name, role });
    return made ? { authorization: `Bearer ${made.key}` } : null;
  }

  async counters(by: Headers, hall: string): Promise<CounterState[]> {
    return (await this.ask('GET', `/halls/${hall}/counters`, by, countersAnswer))?.items ?? [];
  }

  setClock(by: Headers, now: string) {
    return this.ask('POST', '/test/clock', by, z.object({ now: z.string() }), { now });
  }

  issue(by: Headers, hall: string, serviceCode: string) {
    return this.ask('POST', `/halls/${hall}/tickets`, by, issuedAnswer, { serviceCode });
  }

  open(by: Headers, counter: string) {
    return this.ask('POST', `/counters/${counter}/open`, by, z.unknown(), {});
  }

  pause(by: Headers, counter: string, reason: string) {
    return this.ask('POST', `/counters/${counter}/pause`, by, z.unknown(), { reason });
  }

  close(by: Headers, counter: string) {
    return this.ask('POST', `/counters/${counter}/close`, by, z.unknown(), {});
  }

  /** The called ticket; null when nobody waits for this counter (or after an error). */
  callNext(by: Headers, counter: string) {
    return this.ask('POST', `/counters/${counter}/call-next`, by, issuedAnswer.nullable(), {});
  }

  start(by: Headers, ticket: string) {
    return this.ask('POST', `/tickets/${ticket}/start`, by, z.unknown(), {});
  }

  complete(by: Headers, ticket: string) {
    return this.ask('POST', `/tickets/${ticket}/complete`, by, z.unknown(), { outcome: 'done' });
  }

  /** The hall's own report of a service day. */
  serviceLevel(by: Headers, hall: string, day: string) {
    return this.ask('GET', `/halls/${hall}/reports/service-level?from=${day}&to=${day}`, by, levelAnswer);
  }

  /** All events of the hall, in order. */
  async events(by: Headers, hall: string): Promise<HallEvent[]> {
    const events: HallEvent[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: z.infer<typeof eventsAnswer> | null = await this.ask(
        'GET',
        `/halls/${hall}/events?limit=500${after ? `&after=${encodeURIComponent(after)}` : ''}`,
        by,
        eventsAnswer,
      );
      events.push(...(page?.items ?? []));
      after = page?.nextCursor ?? null;
    }
    return events;
  }
}
