import { readState } from '@/lib/door/execute';
import { type House, onHallChanged } from '@/lib/door/house';
import type { HallState } from '@/lib/halls/hall-state';
import { presentCustomerTicket, type SharedSight, sharedSight } from '@/lib/tickets/presenter';
import { ticketIdOf } from '@/lib/tickets/token';
import type { ViewPush } from './contract';
import {
  type Moment,
  momentOf,
  presentBoard,
  presentCounterDesk,
  presentLive,
  presentQueue,
  presentSignals,
} from './presenter';

/** A view as the broadcaster knows it: who watches, and what was sent last (to send nothing twice). */
interface Watched {
  watchers: number;
  last: string;
}

interface HallViews {
  views: Map<string, Watched>;
  working: boolean;
  again: boolean;
  /** Version of the hall's clock at the last push, and the count of pushes since then. */
  base: number;
  sub: number;
  /** Set while a push went out with the estimate of a moment ago: the refresh that follows. */
  refresh: NodeJS.Timeout | null;
  fresh: boolean;
}

const SUB_VERSIONS = 1000;
/**
 * A push does not wait for the estimate: the last one will do, and is replaced after REFRESH_MS. It is never older than
 * the regular refresh of watched views.
 */
const ESTIMATE_MS = 15_000;
/** Who begins to watch may be alone: no push follows that would replace an old estimate. */
const FIRST_ESTIMATE_MS = 1000;
const REFRESH_MS = 300;

/**
 * Turns commits into snapshots: each view that somebody watches is made once and handed to `send`. While one round is
 * under way further commits wait for the next one, so that a burst costs two rounds and not a hundred.
 */
export class Broadcaster {
  private halls = new Map<string, HallViews>();
  private stop: () => void;

  constructor(
    private readonly house: House,
    private readonly send: (hallId: string, push: ViewPush<unknown>) => void,
    private readonly failed: (error: unknown) => void,
  ) {
    this.stop = onHallChanged(house, ({ hallId }) => this.due(hallId));
  }

  close(): void {
    this.stop();
    for (const { refresh } of this.halls.values()) if (refresh) clearTimeout(refresh);
  }

  watch(hallId: string, view: string): void {
    const hall = this.hall(hallId);
    const known = hall.views.get(view);
    if (known) known.watchers++;
    else hall.views.set(view, { watchers: 1, last: '' });
  }

  unwatch(hallId: string, view: string): void {
    const hall = this.hall(hallId);
    const known = hall.views.get(view);
    if (known && --known.watchers <= 0) hall.views.delete(view);
  }

  /** The view as it is now, for somebody who begins to watch; undefined where the view does not exist. */
  async snapshot(hallId: string, view: string): Promise<{ version: number; at: string; data: unknown } | undefined> {
    const now = this.house.clock.now();
    const made = await readState(this.house, hallId, (state) => ({
      version: this.version(hallId, state.version),
      data: present(this.house, momentOf(state, now, FIRST_ESTIMATE_MS), view),
    }));
    return made?.data === undefined ? undefined : { version: made.version, at: now.toISOString(), data: made.data };
  }

  /** Views of the halls that are watched are made again: estimates and trends move though nothing happens. */
  refresh(): void {
    for (const [hallId, hall] of this.halls) if (hall.views.size > 0) this.due(hallId);
  }

  watchedHalls(): string[] {
    return [...this.halls.keys()];
  }

  private hall(hallId: string): HallViews {
    let hall = this.halls.get(hallId);
    if (!hall) {
      hall = { views: new Map(), working: false, again: false, base: -1, sub: 0, refresh: null, fresh: false };
      this.halls.set(hallId, hall);
    }
    return hall;
  }

  private due(hallId: string): void {
    const hall = this.hall(hallId);
    if (hall.views.size === 0) return;
    if (hall.working) {
      hall.again = true;
      return;
    }
    void this.work(hallId, hall);
  }

  private async work(hallId: string, hall: HallViews): Promise<void> {
    hall.working = true;
    do {
      hall.again = false;
      try {
        await readState(this.house, hallId, (state) => this.push(hallId, hall, state));
      } catch (error) {
        this.failed(error);
      }
    } while (hall.again);
    hall.working = false;
  }

  private push(hallId: string, hall: HallViews, state: HallState): void {
    if (hall.base === state.version) hall.sub = Math.min(hall.sub + 1, SUB_VERSIONS - 1);
    else {
      hall.base = state.version;
      hall.sub = 0;
    }
    const now = this.house.clock.now();
    const moment = momentOf(state, now, hall.fresh ? 0 : ESTIMATE_MS);
    hall.fresh = false;
    if (moment.estimate.version !== state.version)
      hall.refresh ??= setTimeout(() => {
        hall.refresh = null;
        hall.fresh = true;
        this.due(hallId);
      }, REFRESH_MS);
    const version = hall.base * SUB_VERSIONS + hall.sub;
    // The lobby display first: a called customer is looking at it.
    const views = [...hall.views].sort(([a], [b]) => Number(b.startsWith('board')) - Number(a.startsWith('board')));
    for (const [view, watched] of views) {
      const data = present(this.house, moment, view);
      if (data === undefined) continue;
      const text = JSON.stringify(data);
      if (text === watched.last) continue;
      watched.last = text;
      this.send(hallId, { view, version, at: now.toISOString(), data });
    }
  }

  private version(hallId: string, base: number): number {
    const hall = this.hall(hallId);
    return base * SUB_VERSIONS + (hall.base === base ? hall.sub : 0);
  }
}

const sights = new WeakMap<Moment, SharedSight>();

/** A thousand phones may look at one hall: what they see alike is worked out once. */
function sightOf(moment: Moment): SharedSight {
  let sight = sights.get(moment);
  if (!sight) {
    sight = sharedSight(moment.state, moment.now, moment.line);
    sights.set(moment, sight);
  }
  return sight;
}

function present(house: House, moment: Moment, view: string): unknown {
  const [kind, subject = ''] = view.split(':');
  switch (kind) {
    case 'board': {
      const zone = moment.state.config.zones.find((z) => z.code === subject);
      return subject === '' || zone ? presentBoard(moment, zone?.id) : undefined;
    }
    case 'queue':
      return presentQueue(moment);
    case 'live':
      return presentLive(moment);
    case 'signals':
      return presentSignals(moment);
    case 'counter': {
      const counter = moment.state.config.counters.find((c) => c.id === subject);
      return counter ? presentCounterDesk(moment, counter) : undefined;
    }
    case 'ticket': {
      const id = ticketIdOf(house.secret, subject);
      const ticket = id ? moment.state.tickets.get(id) : undefined;
      return ticket
        ? presentCustomerTicket(moment.state, ticket, moment.now, moment.estimate, sightOf(moment))
        : undefined;
    }
    default:
      return undefined;
  }
}
