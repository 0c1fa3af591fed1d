import type { ApproachOutcome } from '@/lib/approaches/approach';
import { logApproach } from '@/lib/approaches/commands';
import type { DemoAct } from './act';
import { pick } from './chance';

const OUTCOMES: readonly (readonly [ApproachOutcome, number])[] = [
  ['ticket', 4],
  ['enquiry', 4],
  ['trial', 2],
  ['purchase', 2],
  ['justLooking', 5],
  ['left', 1],
];

const ZONES: readonly (readonly [string, number])[] = [
  ['devices', 5],
  ['home', 2],
  ['self-service', 2],
  ['service', 1],
];

const SERVICES: readonly (readonly [string, number])[] = [
  ['plans', 4],
  ['sim', 2],
  ['devices', 3],
  ['broadband', 2],
];

/** Ten visitors an hour look around and are spoken to. */
export const wanderAct: DemoAct = {
  touchpoint: 'wander',
  async play(stage) {
    if (!(await stage.read((state) => state.sessions.size > 0))) return;
    for (const { chance } of stage.occasions('approach', 10)) {
      const outcome = pick(OUTCOMES, chance('outcome'));
      await stage.as(stage.someone('floor', 'lead') ?? 'floor', logApproach, {
        hall: stage.hallId,
        outcome,
        zoneCode: pick(ZONES, chance('zone')),
        ...(outcome === 'ticket' ? { serviceCode: pick(SERVICES, chance('service')) } : {}),
      });
    }
  },
};
