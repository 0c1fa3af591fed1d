import type { HallConfig } from '@/lib/halls/hall-config';
import type { HallState } from '@/lib/halls/hall-state';
import { presentOpening } from '@/lib/halls/presenter';
import type { HallTask, Round } from './round';
import { nextSlot } from './round-plan';
import type { RoundItem, RoundTemplate } from './round-template';
import type { RoundsView, RoundView, TaskView, TemplateView } from './schema';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function zoneNames(config: HallConfig, code: string | null) {
  return config.zones.find((zone) => zone.code === code)?.names ?? null;
}

export function presentTemplate(config: HallConfig, template: RoundTemplate): TemplateView {
  const { id, kind, names, times, everyMinutes, graceMinutes, active } = template;
  const item = (one: RoundItem) => ({ ...one, zoneNames: zoneNames(config, one.zoneCode) });
  return { id, kind, names, items: template.items.map(item), times, everyMinutes, graceMinutes, active };
}

export function presentTask(config: HallConfig, task: HallTask): TaskView {
  const settled = (at: Date | null, name: string | null, note: string | null) =>
    at ? { at: at.toISOString(), name, note } : null;
  return {
    id: task.id,
    roundId: task.roundId,
    names: task.names,
    six: task.six,
    zoneNames: zoneNames(config, task.zoneId),
    note: task.note,
    photoIds: task.photoIds,
    state: task.state,
    owner: { ref: task.ownerRef, name: task.ownerName },
    openedAt: task.openedAt.toISOString(),
    openedName: task.openedName,
    dueAt: task.dueAt.toISOString(),
    overdue: task.state === 'open' && task.overdueAt !== null,
    done: settled(task.doneAt, task.doneName, task.doneNote),
    checked: settled(task.checkedAt, task.checkedName, task.checkNote),
  };
}

/** Signed when it was asked for; null where it was not asked for, or nothing is settled yet. */
export function wasOnTime({ state, signBy, signedAt }: Pick<Round, 'state' | 'signBy' | 'signedAt'>): boolean | null {
  if (!signBy) return null;
  if (signedAt) return signedAt <= signBy;
  return state === 'missed' ? false : null;
}

/** @param rounds those that want somebody, and today's signed ones */
export function presentRounds(
  state: Pick<HallState, 'config' | 'opening'>,
  now: Date,
  stored: { templates: RoundTemplate[]; rounds: Round[]; tasks: HallTask[]; colleagues: RoundsView['colleagues'] },
): RoundsView {
  const { config } = state;
  const rounds = stored.templates
    .filter((template) => template.active)
    .map((template): RoundsView['rounds'][number] => {
      const own = stored.rounds.filter((round) => round.templateId === template.id);
      const wanted = wantedRound(own);
      const signed = own.findLast((round) => round.state === 'signed');
      const next = nextSlot(template, config, now);
      const slot = ({ dueAt, signBy }: { dueAt: Date; signBy: Date }) => ({
        dueAt: dueAt.toISOString(),
        signBy: signBy.toISOString(),
      });
      return {
        template: presentTemplate(config, template),
        wanted:
          wanted?.dueAt && wanted.signBy
            ? {
                id: wanted.id,
                state: wanted.state === 'missed' ? 'missed' : 'due',
                ...slot({ dueAt: wanted.dueAt, signBy: wanted.signBy }),
              }
            : null,
        next: next ? slot(next) : null,
        signed: signed?.signedAt
          ? { at: signed.signedAt.toISOString(), name: signed.signedName, failed: signed.failedCount }
          : null,
      };
    });
  return {
    at: now.toISOString(),
    timeZone: config.timeZone,
    hallNames: config.names,
    opening: presentOpening(state, now),
    rounds,
    tasks: stored.tasks.map((task) => presentTask(config, task)),
    colleagues: stored.colleagues,
  };
}

/** Of one template's rounds the one that a signature settles: the one that is due, otherwise the one missed last. */
export function wantedRound(rounds: readonly Round[]): Round | undefined {
  return rounds.find((round) => round.state === 'due') ?? rounds.findLast((round) => round.state === 'missed');
}

export function presentRound(config: HallConfig, round: Round, tasks: readonly HallTask[]): RoundView {
  return {
    id: round.id,
    kind: round.kind,
    names: round.names,
    serviceDay: round.serviceDay,
    state: round.state,
    dueAt: iso(round.dueAt),
    signBy: iso(round.signBy),
    signedAt: iso(round.signedAt),
    signedName: round.signedName,
    onTime: wasOnTime(round),
    itemCount: round.itemCount,
    failedCount: round.failedCount,
    failures: round.results
      .filter((finding) => !finding.ok)
      .map((finding) => {
        const task = tasks.find((one) => one.roundId === round.id && one.itemId === finding.itemId);
        return {
          itemId: finding.itemId,
          six: finding.six,
          names: finding.names,
          zoneNames: zoneNames(config, finding.zoneCode),
          note: finding.note,
          photoIds: finding.photoIds,
          task: task ? presentTask(config, task) : null,
        };
      }),
  };
}
