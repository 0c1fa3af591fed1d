import type { Localized } from '@/lib/core/localized';
import type { HallState } from '@/lib/halls/hall-state';
import { serviceDay } from '@/lib/halls/service-day';
import type { Database, Tx } from '@/lib/platform/db/client';
import { presentRound, presentRounds } from './presenter';
import type { HallTask, Round, RoundFinding, RoundKind, Six } from './round';
import type { RoundItem, RoundTemplate } from './round-template';
import type { RoundDayView, RoundsView } from './schema';

type TemplateRow = NonNullable<Awaited<ReturnType<Tx['roundTemplate']['findUnique']>>>;
type RoundRow = NonNullable<Awaited<ReturnType<Tx['round']['findUnique']>>>;
type TaskRow = NonNullable<Awaited<ReturnType<Tx['hallTask']['findUnique']>>>;

function toTemplate({ createdAt: _created, updatedAt: _updated, ...row }: TemplateRow): RoundTemplate {
  return {
    ...row,
    kind: row.kind as RoundKind,
    names: row.names as Localized,
    items: row.items as unknown as RoundItem[],
    times: row.times as string[],
  };
}

function toRound(row: RoundRow): Round {
  return {
    ...row,
    kind: row.kind as RoundKind,
    names: row.names as Localized,
    state: row.state as Round['state'],
    results: row.results as unknown as RoundFinding[],
  };
}

function toTask(row: TaskRow): HallTask {
  return {
    ...row,
    names: row.names as Localized,
    six: row.six as Six,
    state: row.state as HallTask['state'],
    photoIds: row.photoIds as string[],
  };
}

/** More templates than this no hall has. */
const MOST_TEMPLATES = 100;

export async function listTemplates(db: Database | Tx, hallId: string): Promise<RoundTemplate[]> {
  const rows = await db.roundTemplate.findMany({
    where: { hallId },
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
    take: MOST_TEMPLATES,
  });
  return rows.map(toTemplate);
}

export async function findTemplate(db: Database | Tx, id: string): Promise<RoundTemplate | null> {
  const row = await db.roundTemplate.findUnique({ where: { id } });
  return row ? toTemplate(row) : null;
}

export async function findRound(db: Database | Tx, id: string): Promise<Round | null> {
  const row = await db.round.findUnique({ where: { id } });
  return row ? toRound(row) : null;
}

/** Rounds that want somebody: those that are due, and the missed ones of the day; the oldest first. */
export async function listWanted(db: Database | Tx, hallId: string, day: string): Promise<Round[]> {
  const rows = await db.round.findMany({
    where: { hallId, OR: [{ state: 'due' }, { state: 'missed', serviceDay: day }] },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: 100,
  });
  return rows.map(toRound);
}

/** Rounds of a service day, signed or missed, in the order of the day. */
export async function listRoundsOn(db: Database | Tx, hallId: string, day: string): Promise<Round[]> {
  const rows = await db.round.findMany({ where: { hallId, serviceDay: day }, orderBy: { id: 'asc' }, take: 300 });
  return rows.map(toRound);
}

export async function findTask(db: Database | Tx, id: string): Promise<HallTask | null> {
  const row = await db.hallTask.findUnique({ where: { id } });
  return row ? toTask(row) : null;
}

/** Tasks that are not settled: open ones first due first, then those that wait for somebody to look. */
export async function listTasks(db: Database | Tx, hallId: string): Promise<HallTask[]> {
  const rows = await db.hallTask.findMany({
    where: { hallId, state: { in: ['open', 'done'] } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: 200,
  });
  return rows.map(toTask);
}

export async function listTasksOfRounds(
  db: Database | Tx,
  hallId: string,
  roundIds: readonly string[],
): Promise<HallTask[]> {
  if (roundIds.length === 0) return [];
  const rows = await db.hallTask.findMany({
    where: { hallId, roundId: { in: [...roundIds] } },
    orderBy: { id: 'asc' },
  });
  return rows.map(toTask);
}

/** How many rounds and tasks want somebody, for the notice on other screens. */
export async function countWanted(
  db: Database | Tx,
  hallId: string,
  day: string,
): Promise<{ due: number; missed: number; overdueTasks: number }> {
  const due = await db.round.count({ where: { hallId, state: 'due' } });
  const missed = await db.round.count({ where: { hallId, state: 'missed', serviceDay: day } });
  const overdueTasks = await db.hallTask.count({ where: { hallId, state: 'open', overdueAt: { not: null } } });
  return { due, missed, overdueTasks };
}

/** Who works in the hall and can be given a task, by name. */
export async function listColleagues(db: Database | Tx, hallId: string): Promise<{ ref: string; name: string }[]> {
  const rows = await db.staff.findMany({
    where: { active: true, roles: { some: { hallId, role: { not: 'hotline' } } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
    take: 500,
  });
  return rows.map(({ id, name }) => ({ ref: `staff:${id}`, name }));
}

export async function findColleague(
  tx: Tx,
  hallId: string,
  ref: string,
): Promise<{ ref: string; name: string } | null> {
  const id = ref.replace(/^staff:/, '');
  const row = await tx.staff.findFirst({
    where: { id, active: true, roles: { some: { OR: [{ hallId }, { hallId: null }] } } },
    select: { name: true },
  });
  return row ? { ref, name: row.name } : null;
}

/** What the rounds screen shows. */
export async function readRounds(
  db: Database,
  state: Pick<HallState, 'config' | 'opening'>,
  now: Date,
): Promise<RoundsView> {
  const { id, timeZone } = state.config;
  const day = serviceDay(now, timeZone);
  const today = (await listRoundsOn(db, id, day)).filter((round) => round.state === 'signed');
  return presentRounds(state, now, {
    templates: await listTemplates(db, id),
    rounds: [...today, ...(await listWanted(db, id, day))],
    tasks: await listTasks(db, id),
    colleagues: await listColleagues(db, id),
  });
}

/** The rounds of a service day with their failures, for the manager. */
export async function readRoundDay(db: Database, config: HallState['config'], day: string): Promise<RoundDayView> {
  const rounds = await listRoundsOn(db, config.id, day);
  const tasks = await listTasksOfRounds(
    db,
    config.id,
    rounds.filter((round) => round.failedCount > 0).map((round) => round.id),
  );
  return { day, timeZone: config.timeZone, items: rounds.map((round) => presentRound(config, round, tasks)) };
}
