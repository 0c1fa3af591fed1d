/** What fits into one line at the foot of the lobby display, in Latin letters; a Chinese character takes the room of two. */
export const TITLE_WIDTH = 64;
export const TEXT_WIDTH = 104;

const WIDE =
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** How wide a text is on a screen, in Latin letters. */
export function displayWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}
