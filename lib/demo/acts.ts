import type { DemoAct, DemoStage } from './act';
import { bookAct } from './book-act';
import { complainAct } from './complain-act';
import { enquireAct } from './enquire-act';
import { experienceAct } from './experience-act';
import { findAct } from './find-act';
import { leaveAct } from './leave-act';
import { promotionsAct } from './promotions-act';
import { purchaseAct } from './purchase-act';
import { queueAct } from './queue-act';
import { resultAct } from './result-act';
import { roundsAct } from './rounds-act';
import { selfServiceAct } from './self-service-act';
import { wanderAct } from './wander-act';

/** The acts of the demo, in the order of the touchpoints: what a touchpoint adds to the hall and to its day. */
export const DEMO_ACTS: readonly DemoAct[] = [
  promotionsAct,
  findAct,
  bookAct,
  roundsAct,
  wanderAct,
  enquireAct,
  experienceAct,
  queueAct,
  selfServiceAct,
  purchaseAct,
  resultAct,
  complainAct,
  leaveAct,
];

export async function seedActs(stage: DemoStage): Promise<void> {
  for (const { seed } of DEMO_ACTS) await seed?.(stage);
}

/** Plays every act for this look. The first fault is told after all of them had their turn: one act stops no other. */
export async function playActs(stage: DemoStage): Promise<void> {
  const done = await Promise.allSettled(DEMO_ACTS.map(async ({ play }) => play?.(stage)));
  const fault = done.find((result) => result.status === 'rejected');
  if (fault) throw fault.reason;
}
