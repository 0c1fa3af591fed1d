import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnnouncedMark,
  type CallToAnnounce,
  markAfter,
  NOTHING_ANNOUNCED,
  nextCall,
  pendingCalls,
  readMark,
  SPEAK_WITHIN_SECONDS,
  writeMark,
} from '@/lib/announcements/announcement-queue';

const start = Date.parse('2026-03-02T02:00:00.000Z');

function buildCall(seq: number, overrides: Partial<CallToAnnounce> = {}): CallToAnnounce {
  return {
    id: `call-${seq}`,
    seq,
    number: `A${String(seq).padStart(3, '0')}`,
    counterNumber: 1,
    kind: 'call',
    at: new Date(start).toISOString(),
    ...overrides,
  };
}

/** Everything that is spoken out of one snapshot, as the announcer's loop does it. */
function speakAll(calls: readonly CallToAnnounce[], from: AnnouncedMark, now = start) {
  const spoken: string[] = [];
  let mark = from;
  for (;;) {
    const step = nextCall(calls, mark, now);
    mark = step.mark;
    if (!step.next) return { spoken, mark };
    mark = markAfter(mark, step.next);
    spoken.push(step.next.id);
  }
}

describe('nextCall', () => {
  it('takes three calls of the same second in the order of their numbers, however they lie', () => {
    const calls = [buildCall(3), buildCall(1), buildCall(2)];
    expect(speakAll(calls, NOTHING_ANNOUNCED).spoken).toEqual(['call-1', 'call-2', 'call-3']);
  });

  it('says nothing twice when a snapshot comes again', () => {
    const calls = [buildCall(1), buildCall(2)];
    const { mark } = speakAll(calls, NOTHING_ANNOUNCED);
    expect(speakAll(calls, mark).spoken).toEqual([]);
  });

  it('announces a recall of a number that it has just called', () => {
    const { mark } = speakAll([buildCall(1)], NOTHING_ANNOUNCED);
    const recall = buildCall(2, { number: 'A001', kind: 'recall' });
    expect(speakAll([buildCall(1), recall], mark).spoken).toEqual(['call-2']);
  });

  it('drops a call that was withdrawn before its turn', () => {
    const first = nextCall([buildCall(1), buildCall(2), buildCall(3)], NOTHING_ANNOUNCED, start);
    const mark = markAfter(first.mark, first.next!);
    expect(speakAll([buildCall(1), buildCall(3)], mark).spoken).toEqual(['call-3']);
  });

  it('gives up a call that is older than a minute, and speaks the one after it', () => {
    const old = buildCall(1, { at: new Date(start - SPEAK_WITHIN_SECONDS * 1000 - 1).toISOString() });
    const justInTime = buildCall(2, { at: new Date(start - SPEAK_WITHIN_SECONDS * 1000).toISOString() });
    const { spoken, mark } = speakAll([old, justInTime], NOTHING_ANNOUNCED);
    expect(spoken).toEqual(['call-2']);
    expect(pendingCalls([old, justInTime], mark)).toEqual([]);
  });

  it('is not silent after the database was brought back from an earlier copy', () => {
    const { mark } = speakAll([buildCall(900)], NOTHING_ANNOUNCED);
    const later = new Date(start + 5_000).toISOString();
    const calls = [buildCall(17, { at: later }), buildCall(18, { at: later })];
    expect(speakAll(calls, mark, start + 6_000).spoken).toEqual(['call-17', 'call-18']);
  });
});

describe('the mark on the device', () => {
  it('comes back as it was written', () => {
    const mark = { seq: 4711, at: start };
    expect(readMark(writeMark(mark))).toEqual(mark);
  });

  it('counts as none when it is broken', () => {
    for (const kept of [null, '', 'x', '1', '-1 2', '1 2 3', '{"seq":1}', '1e9 5', '9'.repeat(40)])
      expect(readMark(kept)).toEqual(NOTHING_ANNOUNCED);
  });
});

/** What happens to a hall and to its display; each step takes up to ten seconds. */
type Step =
  | { do: 'call'; count: number }
  | { do: 'withdraw'; which: number }
  | { do: 'snapshot' }
  | { do: 'late snapshot'; back: number }
  | { do: 'speak' }
  | { do: 'reload' };

const step: fc.Arbitrary<Step & { seconds: number }> = fc
  .tuple(
    fc.oneof(
      fc.record({ do: fc.constant('call' as const), count: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ do: fc.constant('withdraw' as const), which: fc.nat(20) }),
      fc.record({ do: fc.constant('snapshot' as const) }),
      fc.record({ do: fc.constant('late snapshot' as const), back: fc.nat(4) }),
      fc.record({ do: fc.constant('speak' as const) }),
      fc.record({ do: fc.constant('reload' as const) }),
    ),
    fc.double({ min: 0, max: 10, noNaN: true }),
  )
  .map(([what, seconds]) => ({ ...what, seconds }));

/** A hall's calls and the display that follows them, with lost, repeated and late snapshots and reloads. */
class Story {
  now = start;
  seq = 0;
  issued: (CallToAnnounce & { withdrawn: boolean })[] = [];
  snapshots: CallToAnnounce[][] = [[]];
  shown: CallToAnnounce[] = [];
  kept: string | null = null;
  mark = NOTHING_ANNOUNCED;
  spoken: { call: CallToAnnounce; at: number }[] = [];

  private announcements(): CallToAnnounce[] {
    return this.issued
      .filter((c) => !c.withdrawn && Date.parse(c.at) >= this.now - 120_000)
      .map(({ withdrawn: _, ...call }) => call);
  }

  take(what: Step & { seconds: number }): void {
    this.now += Math.round(what.seconds * 1000);
    switch (what.do) {
      case 'call':
        for (let i = 0; i < what.count; i++) {
          this.seq += 1 + (i % 3);
          this.issued.push({ ...buildCall(this.seq, { at: new Date(this.now).toISOString() }), withdrawn: false });
        }
        break;
      case 'withdraw': {
        const call = this.issued.at(-1 - what.which);
        if (call) call.withdrawn = true;
        break;
      }
      case 'snapshot':
        this.snapshots.push(this.announcements());
        this.shown = this.snapshots.at(-1) ?? [];
        break;
      case 'late snapshot':
        // The first of a new connection, from a server that is a moment behind.
        this.shown = this.snapshots.at(-1 - what.back) ?? this.shown;
        break;
      case 'speak':
        this.speak();
        break;
      case 'reload':
        this.mark = readMark(this.kept);
        break;
    }
  }

  private speak(): void {
    const { next, mark } = nextCall(this.shown, this.mark, this.now);
    this.mark = next ? markAfter(mark, next) : mark;
    this.kept = writeMark(this.mark);
    if (next) this.spoken.push({ call: next, at: this.now });
  }

  /** A quiet minute with a good connection. */
  settle(): void {
    this.take({ do: 'snapshot', seconds: 0 });
    for (let i = 0; i <= this.issued.length; i++) this.take({ do: 'speak', seconds: 0 });
  }
}

describe('whatever happens to snapshots and pages', () => {
  const tell = (steps: (Step & { seconds: number })[]) => {
    const story = new Story();
    for (const what of steps) story.take(what);
    return story;
  };

  it('announces each call at most once, in order, and none late', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { spoken } = tell(steps);
        const seqs = spoken.map(({ call }) => call.seq);
        expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
        for (const { call, at } of spoken)
          expect(at - Date.parse(call.at)).toBeLessThanOrEqual(SPEAK_WITHIN_SECONDS * 1000);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out no call of the last minute that was not withdrawn', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const story = tell(steps);
        story.settle();
        const spoken = new Set(story.spoken.map(({ call }) => call.id));
        const missing = story.issued.filter(
          (call) =>
            !call.withdrawn && Date.parse(call.at) >= story.now - SPEAK_WITHIN_SECONDS * 1000 && !spoken.has(call.id),
        );
        expect(missing).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
