import { type APIRequestContext, expect, request } from '@playwright/test';

type Ticket = { id: string; number: string; status: string; serviceCode: string; callCount: number };
type Queue = Record<'waiting' | 'called' | 'serving' | 'held' | 'booked', Ticket[]>;
type Counter = { id: string; number: number; state: string; pausedAt: string | null; pauseEndsAt: string | null };

/** The demo hall through the API, as its manager: what happens beside the screen under test. */
export class HallDesk {
  private constructor(private readonly api: APIRequestContext) {}

  static async enter(server: string, username = 'manager'): Promise<HallDesk> {
    const api = await request.newContext({ baseURL: server });
    const desk = new HallDesk(api);
    await desk.post('/session', { username, password: 'demo' });
    return desk;
  }

  async post<Answer>(path: string, data: object = {}): Promise<Answer> {
    const answer = await this.api.post(`/api/v1${path}`, {
      data,
      headers: { 'idempotency-key': crypto.randomUUID() },
    });
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (answer.status() === 204 ? null : await answer.json()) as Answer;
  }

  async patch(path: string, data: object): Promise<void> {
    const answer = await this.api.patch(`/api/v1${path}`, { data });
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  }

  private async get<Answer>(path: string): Promise<Answer> {
    const answer = await this.api.get(`/api/v1${path}`);
    expect(answer.ok(), path).toBe(true);
    return answer.json() as Promise<Answer>;
  }

  issue(serviceCode: string, more: object = {}): Promise<Ticket & { visitId: string }> {
    return this.post('/halls/demo/tickets', { serviceCode, ...more });
  }

  queue(): Promise<Queue> {
    return this.get('/halls/demo/queue');
  }

  board(): Promise<{ announcements: { number: string; kind: string }[] }> {
    return this.get('/halls/demo/board');
  }

  ticket(id: string): Promise<Ticket & { outcome: string | null; holdReason: string | null }> {
    return this.get(`/tickets/${id}`);
  }

  async counter(number: number): Promise<Counter> {
    const { items } = await this.get<{ items: Counter[] }>('/halls/demo/counters');
    const found = items.find((counter) => counter.number === number);
    if (!found) throw new Error(`The demo hall has no counter ${number}.`);
    return found;
  }

  /** Sends everybody home and frees all counters, so that each test begins with an empty hall. */
  async empty(): Promise<void> {
    const queue = await this.queue();
    for (const list of [queue.waiting, queue.called, queue.serving, queue.held, queue.booked])
      for (const ticket of list) await this.post(`/tickets/${ticket.id}/cancel`, { reason: 'test' });
    const { items } = await this.get<{ items: Counter[] }>('/halls/demo/counters');
    for (const counter of items)
      if (counter.state !== 'closed') await this.post(`/counters/${counter.id}/release`, { reason: 'test' });
  }

  leave(): Promise<void> {
    return this.api.dispose();
  }
}
