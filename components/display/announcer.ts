import { announcementForm } from '@/lib/announcements/announcement-form';
import {
  type AnnouncedMark,
  type CallToAnnounce,
  markAfter,
  nextCall,
  pendingCalls,
  readMark,
  writeMark,
} from '@/lib/announcements/announcement-queue';
import { CHIME_SECONDS, speechSeconds } from '@/lib/announcements/speech-length';
import { speechPlan } from '@/lib/announcements/speech-plan';
import type { Locale } from '@/lib/core/locale';
import { within } from './sound';

/** Each call stays in the large field this long, also when nothing can be heard. */
const shownAtLeastMs = 2_500;
/** However a loudspeaker hangs, the next call is announced after this. */
const longestMs = 60_000;

/** What an announcer works with; `Sound` is the loudspeaker of a browser. */
export interface AnnouncerParts {
  sound: {
    chime(): Promise<boolean>;
    say(plan: ReturnType<typeof speechPlan>, locale: Locale): Promise<boolean>;
    silence(): void;
  };
  /** Where the mark is kept over a reload. */
  memory: { read(): string | null; write(mark: string): void };
  /** Server time in ms. */
  now(): number;
  /** The call that is being announced, for the large field; undefined when there is none. */
  onCurrent(call: CallToAnnounce | undefined): void;
  onAnnounced(call: CallToAnnounce, spoken: boolean): void;
}

/**
 * Announces the calls of the newest snapshot one after the other, each once. A call is marked before its first sound:
 * a page that dies in the middle of a call does not begin it again, and the counter sees that it was not spoken.
 */
export class Announcer {
  private calls: readonly CallToAnnounce[] = [];
  private languages: readonly Locale[] = [];
  private mark: AnnouncedMark;
  private current: CallToAnnounce | undefined;
  private wake: (() => void) | undefined;
  private stopped = false;

  constructor(private readonly parts: AnnouncerParts) {
    this.mark = readMark(parts.memory.read());
    void this.run();
  }

  /** The newest snapshot's calls. What is not in it any more and was not announced yet is dropped. */
  update(calls: readonly CallToAnnounce[], languages: readonly Locale[]): void {
    this.calls = calls;
    this.languages = languages;
    this.wake?.();
  }

  /** Nothing is being announced and nothing waits for it: a good moment to reload. */
  idle(): boolean {
    return !this.current && !nextCall(this.calls, this.mark, this.parts.now()).next;
  }

  stop(): void {
    this.stopped = true;
    this.parts.sound.silence();
    this.wake?.();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const call = this.take();
      if (call) await this.announce(call);
      else
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
    }
  }

  private take(): CallToAnnounce | undefined {
    const { next, mark } = nextCall(this.calls, this.mark, this.parts.now());
    const reached = next ? markAfter(mark, next) : mark;
    if (reached !== this.mark) {
      this.mark = reached;
      this.parts.memory.write(writeMark(reached));
    }
    return next;
  }

  private async announce(call: CallToAnnounce): Promise<void> {
    this.current = call;
    this.parts.onCurrent(call);
    const shown = pause(shownAtLeastMs);
    const spoken = await within(
      longestMs,
      this.speak(call).catch(() => false),
    );
    if (spoken === undefined) this.parts.sound.silence();
    await shown;
    this.current = undefined;
    if (this.stopped) return;
    this.parts.onAnnounced(call, spoken ?? false);
    if (this.idle()) this.parts.onCurrent(undefined);
  }

  /** True when the call was heard in at least one language. */
  private async speak(call: CallToAnnounce): Promise<boolean> {
    const plans = this.languages.map((locale) => ({
      locale,
      plan: speechPlan(locale, call.number, call.counterNumber),
    }));
    const fullSeconds = plans.reduce((sum, { plan }) => sum + speechSeconds(plan), CHIME_SECONDS);
    const form = announcementForm(pendingCalls(this.calls, this.mark).length + 1, fullSeconds);
    if (form === 'full') await this.parts.sound.chime().catch(() => false);
    let heard = false;
    for (const { plan, locale } of form === 'full' ? plans : plans.slice(0, 1)) {
      if (this.stopped) break;
      heard = (await this.parts.sound.say(plan, locale).catch(() => false)) || heard;
    }
    return heard;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
