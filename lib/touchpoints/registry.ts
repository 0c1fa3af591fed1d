import { arrive } from './arrive';
import { complain } from './complain';
import { consult } from './consult';
import { enquire } from './enquire';
import { enter } from './enter';
import { environment } from './environment';
import { experience } from './experience';
import { find } from './find';
import { front } from './front';
import { leave } from './leave';
import { process } from './process';
import { purchase } from './purchase';
import { queue } from './queue';
import { result } from './result';
import { selfService } from './self-service';
import { wander } from './wander';

/**
 * The sixteen touchpoints of a visit, in their order. `key` is the identifier in code, data and URLs; names are in
 * the message files under `touchpoints.<key>`. Peak touchpoints decide how the customer remembers the visit. Each is
 * described by the file of its name: the events that belong to it and the standards that are measured from them.
 */
export const TOUCHPOINTS = [
  find,
  arrive,
  front,
  enter,
  environment,
  wander,
  enquire,
  experience,
  selfService,
  purchase,
  queue,
  consult,
  process,
  result,
  complain,
  leave,
] as const;

export type Touchpoint = (typeof TOUCHPOINTS)[number]['key'];

export const TOUCHPOINT_KEYS = TOUCHPOINTS.map((t) => t.key) as [Touchpoint, ...Touchpoint[]];
