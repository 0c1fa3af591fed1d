import type { Diversion } from './diversion';
import type { DiversionView } from './schema';

/** For staff. `number`: of the ticket that was given up. */
export function presentDiversion(diversion: Diversion, number: string | null): DiversionView {
  const { id, visitId, machineId, serviceCode, state } = diversion;
  return { id, visitId, machineId, serviceCode, number, divertedAt: diversion.divertedAt.toISOString(), state };
}
