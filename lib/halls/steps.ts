import { secondsBetween } from '@/lib/core/clock';
import type { SettingsWork } from '@/lib/door/settings-work';
import type { Work } from '@/lib/door/work';
import { raiseHallNotice } from '@/lib/hotline/steps';
import { actorName } from '@/lib/staff/actor';
import { hallOpening, nextTurn, noOpeningFacts, type OpeningFacts } from './hall-opening';
import { opening } from './opening-hours';

/**
 * Tells that what the hall says of itself has changed: fields by their names, never their content. The hotline's agents
 * get a notice of it, to be acknowledged within the working day.
 */
export async function recordHallChange(work: Work | SettingsWork, fields: readonly string[]): Promise<void> {
  const { hallId } = work;
  if (fields.length === 0 || !hallId) return;
  work.record({ kind: 'hall.changed', payload: { fields: [...fields] } });
  const notice = await raiseHallNotice(work, hallId, fields);
  if (!notice) return;
  const { noticeId, dueAt } = notice;
  if ('state' in work) await work.setDeadline('hallNotice.due', noticeId, dueAt);
  else await work.setDeadline(hallId, 'hallNotice.due', noticeId, dueAt);
}

/**
 * Brings what was told about the hall in line with what holds now: records its opening or closing, once, and sets the
 * time at which to look again. `change` is what a person just said or signed.
 */
export async function settleOpening(
  work: Work,
  change: Partial<OpeningFacts> = {},
  payload: Record<string, unknown> = {},
): Promise<OpeningFacts> {
  const { config, now } = work;
  const before = work.state.opening ?? noOpeningFacts(hallOpening({ config, opening: null }, now).open);
  const facts: OpeningFacts = { ...before, ...change };
  const is = hallOpening({ config, opening: facts }, now);
  const { since } = opening(config, now);
  // The opening that staff answer for: it was planned, and the hall demands their check.
  const planned = config.openingCheck ? since : null;
  if (is.open && !before.open) {
    const first = planned !== null && before.openedFor?.getTime() !== planned.getTime();
    const signed = is.why === 'check' ? facts.checkAt : facts.decisionAt;
    const secondsLate = planned && signed ? secondsBetween(planned, signed) : 0;
    const duty = first ? { plannedAt: planned.toISOString(), onTime: secondsLate === 0, secondsLate } : {};
    const byCheck = is.why === 'check' && work.actor.kind === 'system';
    facts.openedAt = now;
    facts.openedBy = byCheck ? facts.checkBy : work.by;
    facts.openedName = byCheck ? facts.checkName : actorName(work.actor);
    if (planned) facts.openedFor = planned;
    work.record({ kind: 'hall.opened', payload: { ...payload, why: is.why, ...duty } });
  }
  if (!is.open && before.open) work.record({ kind: 'hall.closed', payload: { ...payload, why: is.why } });
  if (is.why === 'awaitingCheck' && planned && before.missedFor?.getTime() !== planned.getTime()) {
    facts.missedFor = planned;
    work.record({ kind: 'hall.openingMissed', payload: { plannedAt: planned.toISOString() } });
  }
  facts.open = is.open;
  if (Object.entries(facts).some(([key, value]) => work.state.opening?.[key as keyof OpeningFacts] !== value))
    work.saveOpening(facts);
  await work.setDeadline('hall.turn', work.hallId, nextTurn({ config, opening: facts }, now));
  return facts;
}
