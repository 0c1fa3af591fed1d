/** Where a line must not end: U+2060, which takes no room and is not seen. */
const WORD_JOINER = '\u2060';

/** A range such as 5–20 in one piece: a line may end after a dash, and "5–" at its end is another number. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d)–(?=\d)/gu, `–${WORD_JOINER}`);
}

/** Hours of a day, such as 09:00–18:00. */
export function formatSpan({ opens, closes }: { opens: string; closes: string }): string {
  return unbroken(`${opens}–${closes}`);
}
