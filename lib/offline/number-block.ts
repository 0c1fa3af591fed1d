/**
 * Numbers that one open guide desk may give out while it has no connection. A block belongs to one window of one tablet
 * for one service day; its numbers are given out by nobody else on that day.
 */
export interface NumberBlock {
  id: string;
  hallId: string;
  serviceDay: string;
  letter: string;
  /** First and last number of the block. */
  first: number;
  last: number;
  /** The desk: an id that its window made and keeps to itself. */
  holder: string;
  reservedBy: string;
  reservedName: string | null;
  reservedAt: Date;
  /** End of the service day: no number of the block is given out afterwards. */
  expiresAt: Date;
}

/** Enough for an hour of a busy service at one door. */
export const BLOCK_SIZE = 20;
/** A desk that has fewer numbers of a letter than this gets another block while it is connected. */
export const LEAST_LEFT = BLOCK_SIZE / 2;

type Span = Pick<NumberBlock, 'first' | 'last'>;

/** Blocks lie in the upper part of each thousand, far from the numbers that are given out in their order. */
const THOUSAND = 1_000;
const LOWEST = 800;
const HIGHEST = 999;

/** The number after `last` for somebody who is online: those of blocks are left out. */
export function numberAfter(last: number, blocks: readonly Span[]): number {
  let next = last + 1;
  for (;;) {
    const block = blocks.find((b) => b.first <= next && next <= b.last);
    if (!block) return next;
    next = block.last + 1;
  }
}

/**
 * Where a new block of a letter lies: A800 to A819 first, then A820 … With all of A800 to A999 reserved, or already
 * given out in their order, it is A1800 to A1819, so that there is always one.
 *
 * @param last the last number given out in its order
 */
export function nextBlock(last: number, blocks: readonly Span[]): Span {
  for (let base = 0; ; base += THOUSAND)
    for (let first = base + LOWEST; first + BLOCK_SIZE - 1 <= base + HIGHEST; first += BLOCK_SIZE) {
      const span = { first, last: first + BLOCK_SIZE - 1 };
      if (first > last && !blocks.some((b) => b.first <= span.last && span.first <= b.last)) return span;
    }
}
