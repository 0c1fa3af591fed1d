import { describe, expect, it } from 'vitest';
import { lastUndoable } from '@/components/counter/undoable';
import { buildRow, buildView, me } from '@/tests/factories/counter-desk-view';

const now = '2026-03-02T01:00:00.000Z';
const until = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
const undo = (event: string, seconds: number, by = me) => ({ event, by, until: until(seconds) });

describe('lastUndoable', () => {
  it('is the newest change of mine that is still in time, wherever it stands in the view', () => {
    const view = buildView({
      queue: [buildRow({ id: 'a', undo: undo('call', 5) })],
      recent: [buildRow({ id: 'b', number: 'A002', undo: undo('complete', 20) })],
      parked: [buildRow({ id: 'c', undo: undo('hold', 28, 'staff:other') })],
    });
    expect(lastUndoable(view, me, [], now)).toEqual({
      ticketId: 'b',
      number: 'A002',
      event: 'complete',
      until: until(20),
    });
  });

  it('is over after its time', () => {
    const view = buildView({ queue: [buildRow({ undo: undo('call', 0) })] });
    expect(lastUndoable(view, me, [], now)).toBeNull();
  });

  it('remembers a ticket that left the view, and believes the view about one that did not', () => {
    const sent = { ticketId: 'gone', number: 'A009', event: 'transfer', until: until(25) };
    expect(lastUndoable(buildView(), me, [sent], now)).toEqual(sent);
    const back = buildView({ queue: [buildRow({ id: 'gone', undo: null })] });
    expect(lastUndoable(back, me, [sent], now)).toBeNull();
  });
});
