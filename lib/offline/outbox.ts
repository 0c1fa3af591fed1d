import type { AttentionReason, OfflineState } from './offline-ticket';
import type { NumberBlockView, OfflineOrder } from './schema';

/** A ticket that this desk gave out without a connection. The customer has its number on paper. */
export interface OutboxEntry {
  id: string;
  blockId: string;
  number: string;
  /** By the house's clock, ISO 8601. */
  issuedAt: string;
  order: OfflineOrder;
  /** The guide took it back; the house hears of it, so that the number is explained. */
  withdrawn: boolean;
  /** Key of an issue with a connection that got no answer. */
  attempt?: string;
  /** What the house made of it; null until it has answered. */
  answer: { state: OfflineState; reason: AttentionReason | null } | null;
  /** The house did not take it at all: code of the refusal. It is kept, and sent again. */
  refused?: string;
}

/**
 * What one guide desk keeps on its tablet: the numbers it may give out without a connection and what it gave out. Only
 * changed by the functions below, each in one transaction of the tablet's store.
 */
export interface Outbox {
  /** This window, unguessable. */
  holder: string;
  blocks: NumberBlockView[];
  /** In the order in which they were given out. */
  entries: OutboxEntry[];
  /** The house's time minus the tablet's, ms. */
  offsetMs: number;
  /** Since when there is no connection, by the house's clock; null while there is one. */
  offlineSince: string | null;
}

export function emptyOutbox(holder: string): Outbox {
  return { holder, blocks: [], entries: [], offsetMs: 0, offlineSince: null };
}

/** The house's time on this tablet. */
export function houseTime(outbox: Pick<Outbox, 'offsetMs'>, deviceNow: Date): Date {
  return new Date(deviceNow.getTime() + outbox.offsetMs);
}

/** The numbers of a block that nobody has got, lowest first. */
function numbersLeft({ entries }: Outbox, block: NumberBlockView): number[] {
  const given = new Set(block.given);
  for (const { blockId, number } of entries)
    if (blockId === block.id) given.add(Number(number.slice(block.letter.length)));
  const left: number[] = [];
  for (let number = block.first; number <= block.last; number++) if (!given.has(number)) left.push(number);
  return left;
}

/** How many numbers of a letter can still be given out; none once their day has ended. */
export function countLeft(outbox: Outbox, letter: string, deviceNow: Date): number {
  const now = houseTime(outbox, deviceNow);
  return outbox.blocks
    .filter((block) => block.letter === letter && now < new Date(block.expiresAt))
    .reduce((sum, block) => sum + numbersLeft(outbox, block).length, 0);
}

/**
 * Gives out the next number of a letter. Never the same one twice, and never at a time before the one given out last: a
 * tablet's clock that is set back does not change the order. Null where no number is left.
 */
export function takeNumber(
  outbox: Outbox,
  asked: { id: string; letter: string; order: OfflineOrder; attempt?: string; deviceNow: Date },
): { outbox: Outbox; entry: OutboxEntry } | null {
  const { id, letter, order, attempt, deviceNow } = asked;
  const now = houseTime(outbox, deviceNow);
  for (const block of outbox.blocks) {
    if (block.letter !== letter || now >= new Date(block.expiresAt)) continue;
    const [number] = numbersLeft(outbox, block);
    if (number === undefined) continue;
    const last = outbox.entries.at(-1)?.issuedAt;
    const at = now.toISOString();
    const entry: OutboxEntry = {
      id,
      blockId: block.id,
      number: `${letter}${String(number).padStart(3, '0')}`,
      issuedAt: last && last > at ? last : at,
      order,
      withdrawn: false,
      ...(attempt ? { attempt } : {}),
      answer: null,
    };
    return { outbox: { ...outbox, entries: [...outbox.entries, entry] }, entry };
  }
  return null;
}

function changeEntry(outbox: Outbox, id: string, change: Partial<OutboxEntry>): Outbox {
  return { ...outbox, entries: outbox.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) };
}

/** Takes back what was not sent yet. Its number is on a paper and is not given out again. */
export function withdraw(outbox: Outbox, id: string): Outbox {
  const entry = outbox.entries.find((one) => one.id === id);
  return entry && !entry.answer ? changeEntry(outbox, id, { withdrawn: true }) : outbox;
}

/** What the house has not answered yet, in the order in which it was given out. */
export function unsent({ entries }: Outbox): OutboxEntry[] {
  return entries.filter(({ answer }) => answer === null);
}

export function markAnswered(outbox: Outbox, id: string, answer: NonNullable<OutboxEntry['answer']>): Outbox {
  return changeEntry(outbox, id, { answer, refused: undefined });
}

export function markRefused(outbox: Outbox, id: string, code: string): Outbox {
  return changeEntry(outbox, id, { refused: code });
}

const KEPT_MS = 24 * 3600_000;

/** The house's word about this desk's numbers, and its time. Answered entries of days past are forgotten. */
export function withBlocks(outbox: Outbox, { at, items }: { at: string; items: NumberBlockView[] }, deviceNow: Date) {
  const oldest = new Date(Date.parse(at) - KEPT_MS).toISOString();
  return {
    ...outbox,
    blocks: items,
    entries: outbox.entries.filter(({ answer, issuedAt }) => answer === null || issuedAt >= oldest),
    offsetMs: Date.parse(at) - deviceNow.getTime(),
  };
}

export function goOffline(outbox: Outbox, deviceNow: Date): Outbox {
  return { ...outbox, offlineSince: outbox.offlineSince ?? houseTime(outbox, deviceNow).toISOString() };
}

export function comeBack(outbox: Outbox): Outbox {
  return { ...outbox, offlineSince: null };
}

/** The body of the message that tells the house of an entry. */
export function messageOf({ holder }: Outbox, { answer: _answer, refused: _refused, ...entry }: OutboxEntry) {
  return { ...entry, holder };
}

/** How the house answered: it has it, it refuses it as it is, or it could not be reached or asked now. */
export type SendAnswer =
  | { kind: 'has'; state: OfflineState; reason: AttentionReason | null }
  | { kind: 'refused'; code: string }
  | { kind: 'later'; code: string };

/**
 * Sends what the house does not have, in order. An answer that is lost leaves the entry where it is: it is sent again,
 * and counts once by its id. One that is refused is kept and does not hold up those behind it.
 *
 * @returns null when everything was answered, or why the rest must wait
 */
export async function sendOutbox(
  desk: {
    read(): Promise<Outbox>;
    change(by: (outbox: Outbox) => Outbox): Promise<unknown>;
  },
  send: (message: ReturnType<typeof messageOf>) => Promise<SendAnswer>,
): Promise<string | null> {
  const outbox = await desk.read();
  for (const entry of unsent(outbox)) {
    const answer = await send(messageOf(outbox, entry));
    if (answer.kind === 'later') return answer.code;
    await desk.change((now) =>
      answer.kind === 'has'
        ? markAnswered(now, entry.id, { state: answer.state, reason: answer.reason })
        : markRefused(now, entry.id, answer.code),
    );
  }
  return null;
}
