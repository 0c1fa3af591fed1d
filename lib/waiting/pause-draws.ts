import type { HallEngine } from '@/lib/simulation/hall-engine';
import { HandlingSampler, UNIT_EXPONENTIAL } from '@/lib/simulation/handling-distribution';
import { Random } from '@/lib/simulation/random';
import type { PausesToCome } from './pause-length';

/** Pauses to come of all counters, with chances of their own: the customers of a future stay the same. */
export class PauseDraws {
  private readonly random = new Random(0);
  private readonly kinds: { share: number; lasts: HandlingSampler }[];

  constructor(private readonly pauses: PausesToCome) {
    this.kinds = pauses.kinds.map(({ share, lasts }) => ({ share, lasts: new HandlingSampler(lasts) }));
  }

  /** After `readyAt` is set: who is paused now (`away`) is at work again from then on. */
  draw(engine: HallEngine, counters: readonly { away: boolean }[], seed: number): void {
    const { random, pauses } = this;
    random.restart(seed ^ 0x5bd1e995);
    for (let c = 0; c < engine.pauseAt.length; c += 1) {
      const worksFor = (UNIT_EXPONENTIAL.draw(random) / pauses.perHour) * 3600;
      let point = random.next();
      const kind = this.kinds.find(({ share }) => {
        point -= share;
        return point < 0;
      });
      if (!kind) continue;
      engine.pauseSeconds[c] = kind.lasts.draw(random);
      engine.pauseAt[c] = (counters[c]?.away ? (engine.readyAt[c] as number) : 0) + worksFor;
    }
  }
}
