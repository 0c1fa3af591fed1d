import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { execute } from '@/lib/door/execute';
import { issueOffline, reserveNumbers } from '@/lib/offline/commands';
import {
  comeBack,
  emptyOutbox,
  goOffline,
  type messageOf,
  type Outbox,
  type SendAnswer,
  sendOutbox,
  takeNumber,
  unsent,
  withBlocks,
} from '@/lib/offline/outbox';
import type { OfflineTicketView } from '@/lib/offline/schema';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import { byQueueOrder } from '@/lib/tickets/queue-order';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { run } from '../../support/run-command';
import { testDatabase, testProvider } from '../../support/test-database';

/** One database; each case is a hall of its own in it. */
let house: ReturnType<typeof buildTestHouse>;
let made = 0;

/** Cases; more with CUT_RUNS. */
const RUNS = Number(process.env.CUT_RUNS ?? (testProvider() === 'postgresql' ? 3 : 8));
const MINUTES = 30;
const TICKETS = 40;
const START = Date.parse('2026-03-02T02:00:00Z');

beforeAll(async () => {
  house = buildTestHouse((await testDatabase()).database);
});

/** One tablet: what is on its disk survives a kill, what is under way does not. */
class Tablet {
  disk: Outbox = emptyOutbox(randomUUID());
  constructor(
    private readonly hall: BuiltHall,
    readonly actor: Actor,
    /** Its clock is wrong by so much; the difference is known from the reservation. */
    private readonly skewMs: number,
  ) {}

  private get deviceNow(): Date {
    return new Date(house.clock.now().getTime() + this.skewMs);
  }

  private readonly change = async (by: (outbox: Outbox) => Outbox) => {
    this.disk = by(this.disk);
  };

  async reserve(): Promise<void> {
    const blocks = await run(house, this.actor, reserveNumbers, { hall: this.hall.id, holder: this.disk.holder });
    this.disk = withBlocks(this.disk, blocks, this.deviceNow);
  }

  issue(serviceCode: string, letter: string): void {
    this.disk = goOffline(this.disk, this.deviceNow);
    const asked = { id: randomUUID(), letter, order: { serviceCode }, deviceNow: this.deviceNow };
    const taken = takeNumber(this.disk, asked);
    if (!taken) throw new Error(`No number of ${letter} was left.`);
    this.disk = taken.outbox;
  }

  /** Sends until all is answered, whatever the network does: the next of `faults` happens to each message. */
  async comeBack(faults: Iterator<Fault>): Promise<void> {
    const send = async (message: ReturnType<typeof messageOf>): Promise<SendAnswer> => {
      const fault = faults.next().value ?? 'none';
      if (fault === 'lost') return { kind: 'later', code: 'no-connection' };
      const sending = execute(house, { actor: this.actor, idempotencyKey: message.id }, issueOffline, {
        hall: this.hall.id,
        ...message,
      });
      // The tablet has sent it twice: the second before the first was answered.
      const again = fault === 'twice' ? send({ ...message }) : null;
      const answer = await sending;
      await again;
      if (fault === 'answerLost') return { kind: 'later', code: 'no-connection' };
      // Switched off after the house had it, before the answer was on the disk.
      if (fault === 'killed') throw new Error('killed');
      if (!answer.ok) return { kind: 'refused', code: answer.failure.code };
      const { state, reason } = answer.value as OfflineTicketView;
      return { kind: 'has', state, reason };
    };
    for (let tries = 0; unsent(this.disk).length > 0; tries++) {
      if (tries > 200) throw new Error('The tablet never came to an end.');
      await sendOutbox({ read: async () => this.disk, change: this.change }, send).catch((error: Error) => {
        if (error.message !== 'killed') throw error;
      });
    }
    this.disk = comeBack(this.disk);
  }
}

const FAULTS = ['none', 'lost', 'answerLost', 'killed', 'twice'] as const;
type Fault = (typeof FAULTS)[number];

/** Who issues when during the cut, and what happens to the messages after it. */
const cuts = fc.record({
  issues: fc.array(
    fc.record({
      second: fc.integer({ min: 0, max: MINUTES * 60 - 1 }),
      tablet: fc.integer({ min: 0, max: 1 }),
      service: fc.constantFrom('cards', 'broadband'),
    }),
    { minLength: TICKETS, maxLength: TICKETS },
  ),
  skews: fc.tuple(fc.integer({ min: -3600, max: 3600 }), fc.integer({ min: -3600, max: 3600 })),
  faults: fc.tuple(
    fc.array(fc.constantFrom(...FAULTS), { maxLength: 30 }),
    fc.array(fc.constantFrom(...FAULTS), { maxLength: 30 }),
  ),
  online: fc.integer({ min: 0, max: 5 }),
});

test(`${MINUTES} minutes without network, ${TICKETS} tickets, two guides: all there, by time of issue, no duplicates`, async () => {
  await fc.assert(
    fc.asyncProperty(cuts, async ({ issues, skews, faults, online }) => {
      house.setTime(new Date(START));
      const hall = await buildHall(house, { slug: `hall-${++made}` });
      const guide = (n: number): Actor => ({ kind: 'key', id: `g${n}`, name: `G${n}`, hallId: hall.id, role: 'guide' });
      const tablets = skews.map((skew, n) => new Tablet(hall, guide(n), skew * 1000));
      const letters: Record<string, string> = { cards: 'A', broadband: 'B' };
      await Promise.all(tablets.map((tablet) => tablet.reserve()));

      const expected: { second: number; number: string }[] = [];
      for (const { second, tablet: n, service } of [...issues].sort((a, b) => a.second - b.second)) {
        house.setTime(new Date(START + second * 1000));
        // A desk without numbers of a service sends the customer to its colleague, or to the other service.
        const ways = [n, 1 - n].flatMap((at) => [service, ...Object.keys(letters)].map((code) => ({ at, code })));
        const way = ways.find(({ at, code }) => hasLeft(tablets[at] as Tablet, letters[code] as string));
        if (!way) throw new Error('Two desks have fewer numbers than customers came.');
        const tablet = tablets[way.at] as Tablet;
        tablet.issue(way.code, letters[way.code] as string);
        expected.push({ second, number: tablet.disk.entries.at(-1)?.number ?? '' });
      }
      // The kiosk, at the other end of the cable, went on.
      house.setTime(new Date(START + MINUTES * 60 * 1000));
      for (let i = 0; i < online; i++) await run(house, guide(9), issueTicket, { hall: hall.id, serviceCode: 'cards' });

      await Promise.all(tablets.map((tablet, n) => tablet.comeBack((faults[n] as Fault[])[Symbol.iterator]())));

      const tickets = await house.db.ticket.findMany({ where: { hallId: hall.id } });
      expect(new Set(tickets.map(({ number }) => number)).size).toBe(tickets.length);
      expect(tickets).toHaveLength(TICKETS + online);
      expect(await house.db.visit.count({ where: { hallId: hall.id } })).toBe(tickets.length);
      const offline = tickets
        .filter(({ number }) => Number(number.slice(1)) >= 800)
        .sort((a, b) => byQueueOrder(a, b))
        .map(({ number, queueAt }) => ({ second: ((queueAt?.getTime() ?? 0) - START) / 1000, number }));
      const bySecond = (list: typeof expected) =>
        [...list].sort((a, b) => a.second - b.second || a.number.localeCompare(b.number));
      // In one second two guides may both give out a number; which of them is first is nobody's right.
      expect(bySecond(offline)).toEqual(bySecond(expected));
      expect(offline.map(({ second }) => second)).toEqual(expected.map(({ second }) => second));
      const rows = await house.db.offlineTicket.findMany({ where: { hallId: hall.id } });
      expect(rows.every(({ state }) => state === 'taken')).toBe(true);
      for (const tablet of tablets)
        expect(tablet.disk.entries.every(({ answer }) => answer?.state === 'taken')).toBe(true);
    }),
    { numRuns: RUNS },
  );
}, 240_000);

function hasLeft({ disk }: Tablet, letter: string): boolean {
  const now = house.clock.now();
  return (
    takeNumber({ ...disk, offsetMs: 0 }, { id: 'x', letter, order: { serviceCode: 'x' }, deviceNow: now }) !== null
  );
}
