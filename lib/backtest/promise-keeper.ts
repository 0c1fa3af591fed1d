import { correctPromise, settlePromise } from '@/lib/waiting/promise-correction';

export type GivenPromise = {
  office: string;
  /** Minutes since midnight. */
  issuedAt: number;
  promised: number;
  /** Looked at only when the promise has run out: then it is known whether it was kept. */
  wait: number;
};

/** All offices together move more slowly, and lead an office of which little is known. */
const COMMON_STEP = 0.004;

/** The corrections of all offices while a log unfolds: one for each office on top of a common one. */
export class PromiseKeeper {
  private common = 0;
  private readonly offices = new Map<string, number>();
  private open: GivenPromise[] = [];

  correct(office: string, p50: number, p90: number): number {
    return correctPromise(p50, p90, this.common + (this.offices.get(office) ?? 0));
  }

  given(promise: GivenPromise): void {
    this.open.push(promise);
  }

  /** Settles the promises that ran out before this minute. */
  advanceTo(minute: number): void {
    this.open = this.open.filter((promise) => {
      if (promise.issuedAt + promise.promised >= minute) return true;
      this.settle(promise);
      return false;
    });
  }

  endDay(): void {
    for (const promise of this.open) this.settle(promise);
    this.open = [];
  }

  private settle({ office, wait, promised }: GivenPromise): void {
    const kept = wait <= promised;
    this.common = settlePromise(this.common, kept, COMMON_STEP);
    this.offices.set(office, settlePromise(this.offices.get(office) ?? 0, kept));
  }
}
