import { apiKeySecret, pairingCode } from '@/lib/auth/secrets';
import { addSeconds } from '@/lib/core/clock';
import type { Locale } from '@/lib/core/localized';
import type { Result } from '@/lib/core/result';
import { openCounter } from '@/lib/counters/commands';
import { execute } from '@/lib/door/execute';
import { buildHouse } from '@/lib/door/house';
import { openDatabase } from '@/lib/platform/db/client';
import { applyMigrations } from '@/lib/platform/db/migrate';
import { createScreen } from '@/lib/screens/commands';
import { callNext, startTicket } from '@/lib/serving/commands';
import { createApiKey } from '@/lib/staff/commands';
import { issueTicket } from '@/lib/tickets/commands';
import { buildHall } from './hall';
import { noonZone } from './noon-zone';
import { buildStaff } from './staff';

const services = [
  { code: 'plans', letter: 'A', names: { 'zh-CN': '套餐与资费', en: 'Plans and tariffs', es: 'Planes y tarifas' } },
  { code: 'sim', letter: 'B', names: { 'zh-CN': '开户与补卡', en: 'New number and SIM', es: 'Alta y tarjeta SIM' } },
  { code: 'home', letter: 'C', names: { 'zh-CN': '家庭宽带', en: 'Home broadband', es: 'Internet en casa' } },
  { code: 'bills', letter: 'D', names: { 'zh-CN': '缴费与账单', en: 'Bills and payment', es: 'Facturas y pagos' } },
  {
    code: 'repair',
    letter: 'E',
    names: { 'zh-CN': '手机与售后', en: 'Devices and repairs', es: 'Equipos y reparaciones' },
  },
  { code: 'firm', letter: 'F', names: { 'zh-CN': '集团业务', en: 'Business customers', es: 'Empresas' } },
];

export interface LobbyScene {
  waiting: number;
  /** Counters whose customer has been called and is awaited. */
  called?: number;
  /** Counters that are serving. */
  serving?: number;
  /** How long the people waiting have waited; past 600 they are over the limit. */
  waitedSeconds?: number;
  languages?: Locale[];
  counters?: number;
  /** Numbers can be taken from afar. */
  remoteTickets?: boolean;
}

/** The secret of the house that makes a scene; a server that opens it needs the same. */
export const SCENE_SECRET = 'a secret of a scene, thirty-two letters';

export interface BuiltScene {
  hallId: string;
  /** Each counter with the key of a program that works there as its clerk. */
  counters: { id: string; number: number; key: string }[];
  /** Key of a program that sees what a manager sees. */
  managerKey: string;
  /** For a display, good for a quarter of an hour. */
  pairingCode: string;
}

/** A database with one hall `lobby` in the middle of its day, for a server to open. Made by commands, at past times. */
export async function buildLobbyScene(databaseUrl: string, scene: LobbyScene): Promise<BuiltScene> {
  const { waiting, called = 0, serving = 0, waitedSeconds = 120, languages = ['zh-CN', 'en'], remoteTickets } = scene;
  const counters = Math.max(scene.counters ?? 12, called + serving);
  await applyMigrations(databaseUrl);
  const db = await openDatabase(databaseUrl, { pool: 1 });
  const realNow = new Date();
  let now = addSeconds(realNow, -Math.max(waitedSeconds, 30) - 60);
  const house = buildHouse({
    db,
    shared: false,
    clock: { now: () => now },
    secret: SCENE_SECRET,
  });
  const system = { actor: { kind: 'system' } } as const;
  const hall = await buildHall(house, {
    slug: 'lobby',
    names: { 'zh-CN': '滨河路营业厅', en: 'Riverside Road hall', es: 'Oficina de la Calle Ribera' },
    // Nobody who has waited since before now came yesterday.
    timeZone: noonZone(realNow),
    languages,
    remoteTickets,
    services,
    zones: [],
    counters: Array.from({ length: counters }, (_, i) => ({
      number: i + 1,
      serviceCodes: services.map(({ code }) => code),
    })),
  });
  const issue = async (count: number) => {
    for (let i = 0; i < count; i++) {
      const serviceCode = services[i % services.length]?.code ?? 'plans';
      expectDone(await execute(house, system, issueTicket, { hall: hall.id, serviceCode }));
    }
  };
  await issue(called + serving);
  for (let i = 0; i < called + serving; i++) {
    now = addSeconds(realNow, -30 + Math.floor(i / 2));
    const clerk = { actor: buildStaff(hall.id, 'clerk') };
    const counterId = hall.counter(i + 1);
    expectDone(await execute(house, clerk, openCounter, { counterId }));
    const ticket = expectDone(await execute(house, clerk, callNext, { counterId }));
    if (i < serving && ticket) expectDone(await execute(house, clerk, startTicket, { ticketId: ticket.id }));
  }
  now = addSeconds(realNow, -waitedSeconds);
  await issue(waiting);
  now = realNow;
  const key = async (role: 'clerk' | 'manager', name: string) => {
    const made = expectDone(await execute(house, system, createApiKey, { hall: hall.id, name, role }));
    return apiKeySecret(house.secret, made.id);
  };
  const screen = expectDone(
    await execute(house, system, createScreen, { hall: hall.id, kind: 'display', name: 'Lobby' }),
  );
  const desks: BuiltScene['counters'] = [];
  for (const { id, number } of hall.config.counters)
    desks.push({ id, number, key: await key('clerk', `Counter ${number}`) });
  const managerKey = await key('manager', 'Manager');
  await db.$disconnect();
  return {
    hallId: hall.id,
    counters: desks,
    managerKey,
    pairingCode: pairingCode(house.secret, screen.id, screen.codeMadeAt),
  };
}

function expectDone<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The scene was refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}
