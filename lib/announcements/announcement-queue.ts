/** A call or recall as the lobby display gets it, with every snapshot, for two minutes. */
export interface CallToAnnounce {
  id: string;
  /** Rises with every call of the hall; the order in which they are spoken. */
  seq: number;
  number: string;
  counterNumber: number;
  kind: 'call' | 'recall';
  /** ISO 8601. */
  at: string;
}

/** How far a display has come: everything up to here was announced or given up. */
export interface AnnouncedMark {
  seq: number;
  /** The latest `at` of those, in ms. */
  at: number;
}

export const NOTHING_ANNOUNCED: AnnouncedMark = { seq: -1, at: 0 };

/** A call older than this is shown and no longer spoken (docs/decisions/0070-announcements.md). */
export const SPEAK_WITHIN_SECONDS = 60;

/**
 * The next call to announce, out of the newest snapshot. Nothing is queued beside it: a call that was withdrawn before
 * its turn is simply not there any more, and a snapshot that was missed or came twice makes no difference.
 *
 * @param now server time in ms
 * @returns `next` undefined when there is nothing to announce; `mark` with calls given up as too old behind it
 */
export function nextCall(
  calls: readonly CallToAnnounce[],
  mark: AnnouncedMark,
  now: number,
): { next: CallToAnnounce | undefined; mark: AnnouncedMark } {
  let passed = mark;
  for (const call of pendingCalls(calls, mark)) {
    if (Date.parse(call.at) >= now - SPEAK_WITHIN_SECONDS * 1000) return { next: call, mark: passed };
    passed = markAfter(passed, call);
  }
  return { next: undefined, mark: passed };
}

/** Calls whose turn has not come yet, in order, too old ones among them. */
export function pendingCalls(calls: readonly CallToAnnounce[], mark: AnnouncedMark): CallToAnnounce[] {
  return calls.filter((call) => isAfter(call, mark)).sort((a, b) => a.seq - b.seq);
}

/**
 * A lower number with a later time is new too: the hall's database was brought back from a copy, and its count began
 * again at an earlier place. Without this the display would be silent until the count has caught up.
 */
function isAfter(call: CallToAnnounce, mark: AnnouncedMark): boolean {
  return call.seq > mark.seq || Date.parse(call.at) > mark.at;
}

/** The mark once `call` has been announced, or given up. */
export function markAfter(mark: AnnouncedMark, call: CallToAnnounce): AnnouncedMark {
  return { seq: call.seq, at: Math.max(mark.at, Date.parse(call.at)) };
}

/** The mark as it was kept on the device; whatever is no mark counts as none. */
export function readMark(kept: string | null): AnnouncedMark {
  const [, seq, at] = /^(\d{1,15}) (\d{1,15})$/.exec(kept ?? '') ?? [];
  return seq === undefined || at === undefined ? NOTHING_ANNOUNCED : { seq: Number(seq), at: Number(at) };
}

export function writeMark(mark: AnnouncedMark): string {
  return `${mark.seq} ${mark.at}`;
}
