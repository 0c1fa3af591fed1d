/** One thing to do in a hall: `run` gets its turn alone or together with others of its kind. */
export interface Job {
  /** Commands on the hall's state share a transaction; anything else takes its turn alone. */
  batch: boolean;
  run?: () => Promise<void>;
}

/**
 * The lane of a hall in this process: its commands and reads happen one after another, in the order in which they came.
 * Commands that wait at the same moment are handed over together, so that they can share one commit (group commit).
 */
export class Lane {
  private waiting: Job[] = [];
  private busy = false;

  constructor(
    private readonly together: (jobs: Job[]) => Promise<void>,
    private readonly most = 64,
  ) {}

  add(job: Job): void {
    this.waiting.push(job);
    if (!this.busy) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    try {
      while (this.waiting.length > 0) {
        const first = this.waiting[0] as Job;
        if (!first.batch) {
          this.waiting.shift();
          await first.run?.();
          continue;
        }
        let count = 1;
        while (count < this.most && this.waiting[count]?.batch) count++;
        await this.together(this.waiting.splice(0, count));
      }
    } finally {
      this.busy = false;
    }
  }
}
