/**
 * Where the called numbers stand. All of them are on the screen at once and at least 120 px high, up to the 24 that
 * the board names:
 *
 * - `hero`: the newest one huge, up to six others beside each other in pairs, and who is being served in small;
 * - `pairs`: up to twelve in two columns;
 * - `wall`: four columns over the whole width; the waiting times move below them.
 */
export type CallLayout = { kind: 'hero' | 'pairs' | 'wall'; rows: number; servingRows: number };

const HERO_MOST = 7;
const PAIRS_MOST = 12;
/** Rows of the small field below the large one, by the rows of called numbers between them. */
const SERVING_ROWS = [4, 3, 1, 0];

/** @param called how many numbers are called and awaited */
export function callLayout(called: number): CallLayout {
  if (called <= HERO_MOST) {
    const rows = Math.ceil(Math.max(0, called - 1) / 2);
    return { kind: 'hero', rows, servingRows: SERVING_ROWS[rows] ?? 0 };
  }
  if (called <= PAIRS_MOST) return { kind: 'pairs', rows: Math.ceil(called / 2), servingRows: 0 };
  return { kind: 'wall', rows: 6, servingRows: 0 };
}
