import { expect, it } from 'vitest';
import { EMPTY_OUTBOX, noteDone, noteTold, receiptsToSend } from '@/lib/announcements/receipt-outbox';

it('tells what was shown, and later what was spoken', () => {
  let outbox = noteDone(EMPTY_OUTBOX, ['a', 'b'], 'shown');
  const first = receiptsToSend(outbox);
  expect(first).toEqual([
    { id: 'a', shown: true, spoken: false },
    { id: 'b', shown: true, spoken: false },
  ]);
  outbox = noteTold(noteDone(outbox, ['a'], 'spoken'), first);
  expect(receiptsToSend(outbox)).toEqual([{ id: 'a', shown: true, spoken: true }]);
  outbox = noteTold(outbox, receiptsToSend(outbox));
  expect(receiptsToSend(outbox)).toEqual([]);
});

it('is the same when nothing is new, so that nothing is sent for it', () => {
  const outbox = noteDone(EMPTY_OUTBOX, ['a'], 'shown');
  expect(noteDone(outbox, ['a'], 'shown')).toBe(outbox);
});

it('counts what was spoken as shown', () => {
  expect(receiptsToSend(noteDone(EMPTY_OUTBOX, ['a'], 'spoken'))).toEqual([{ id: 'a', shown: true, spoken: true }]);
});

it('is still due when the server did not take it', () => {
  const outbox = noteDone(EMPTY_OUTBOX, ['a'], 'shown');
  receiptsToSend(outbox);
  expect(receiptsToSend(outbox)).toHaveLength(1);
});

it('stays bounded: fifty in a message, the last three hundred kept', () => {
  const ids = Array.from({ length: 400 }, (_, i) => `call-${i}`);
  const outbox = noteDone(EMPTY_OUTBOX, ids, 'shown');
  expect(outbox.size).toBe(300);
  expect(outbox.has('call-99')).toBe(false);
  expect(outbox.has('call-399')).toBe(true);
  expect(receiptsToSend(outbox)).toHaveLength(50);
});
