import { beforeAll, describe, expect, it } from 'vitest';
import * as announcements from '@/lib/announcements/commands';
import { acknowledgeAnnouncements } from '@/lib/announcements/commands';
import * as approaches from '@/lib/approaches/commands';
import * as attachments from '@/lib/attachments/commands';
import * as bookings from '@/lib/bookings/commands';
import * as campaigns from '@/lib/campaigns/commands';
import * as care from '@/lib/care/commands';
import * as complaintRules from '@/lib/complaint-rules/commands';
import * as complaints from '@/lib/complaints/commands';
import * as counters from '@/lib/counters/commands';
import * as deliveries from '@/lib/deliveries/commands';
import * as diversions from '@/lib/diversions/commands';
import type { Command } from '@/lib/door/command';
import { execute } from '@/lib/door/execute';
import * as duties from '@/lib/duties/commands';
import * as enquiries from '@/lib/enquiries/commands';
import * as followUps from '@/lib/follow-ups/commands';
import * as halls from '@/lib/halls/commands';
import * as help from '@/lib/help/commands';
import * as hotline from '@/lib/hotline/commands';
import * as journey from '@/lib/journey/commands';
import * as knowledge from '@/lib/knowledge/commands';
import * as loans from '@/lib/loans/commands';
import * as lostFound from '@/lib/lost-found/commands';
import * as machines from '@/lib/machines/commands';
import * as notices from '@/lib/notices/commands';
import * as offline from '@/lib/offline/commands';
import * as printing from '@/lib/printing/commands';
import * as promotions from '@/lib/promotions/commands';
import * as ratings from '@/lib/ratings/commands';
import * as records from '@/lib/records/commands';
import * as reports from '@/lib/reports/commands';
import * as rounds from '@/lib/rounds/commands';
import * as sales from '@/lib/sales/commands';
import * as screens from '@/lib/screens/commands';
import * as serving from '@/lib/serving/commands';
import * as settings from '@/lib/settings/commands';
import type { Actor } from '@/lib/staff/actor';
import * as staff from '@/lib/staff/commands';
import { KEY_ROLES, ROLES } from '@/lib/staff/roles';
import * as staffing from '@/lib/staffing/commands';
import * as stations from '@/lib/stations/commands';
import * as suggestions from '@/lib/suggestions/commands';
import * as tickets from '@/lib/tickets/commands';
import * as touchpoints from '@/lib/touchpoints/commands';
import * as unaccepted from '@/lib/unaccepted/commands';
import * as waiting from '@/lib/waiting/commands';
import * as weakPoints from '@/lib/weak-points/commands';
import * as webhooks from '@/lib/webhooks/commands';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';
import { placeIn, system } from './who-may/area';
import { environment } from './who-may/environment';
import { floor } from './who-may/floor';
import { queue } from './who-may/queue';
import { settings as settingsArea } from './who-may/settings';
import { visitEnd } from './who-may/visit-end';

/** Every command of the house, found in its modules: one that is missing in the table below fails the test. */
const COMMANDS = new Map(
  [
    announcements,
    approaches,
    enquiries,
    knowledge,
    stations,
    bookings,
    campaigns,
    care,
    complaintRules,
    complaints,
    counters,
    diversions,
    duties,
    machines,
    sales,
    halls,
    hotline,
    journey,
    offline,
    printing,
    promotions,
    followUps,
    help,
    loans,
    lostFound,
    ratings,
    records,
    reports,
    staffing,
    screens,
    serving,
    settings,
    staff,
    tickets,
    attachments,
    rounds,
    touchpoints,
    suggestions,
    unaccepted,
    waiting,
    weakPoints,
    notices,
    webhooks,
    deliveries,
  ]
    .flatMap((module) => Object.values(module) as unknown[])
    .filter((thing): thing is Command => typeof thing === 'object' && thing !== null && 'locate' in thing)
    .map((command) => [command.name, command]),
);

const AREAS = [queue, floor, visitEnd, environment, settingsArea];
const MAY: Record<string, string[]> = Object.assign({}, ...AREAS.map(({ may }) => may));

/** Commands that stand above halls: to a stranger they are "forbidden", there is no hall to hide. */
const ABOVE_HALLS = ['hall.create', 'staff.', 'setup.', 'house.', 'notices.', 'screen.pair'];
/** Open to everybody, so also to people of other halls. */
const PUBLIC = ['booking.book', 'screen.pair', 'setup.createAdministrator'];

let house: ReturnType<typeof buildTestHouse>;
let own: BuiltHall;
let other: BuiltHall;
let known: Record<string, Record<string, string>>;

async function inputFor(name: string, hall: BuiltHall): Promise<object> {
  const place = placeIn(house, hall, known[hall.id] ?? {});
  for (const { inputs } of AREAS) {
    const make = inputs(place)[name];
    if (make) return make();
  }
  return DUTIES.some((start) => name.startsWith(start)) ? { hall: hall.id } : place.ticket();
}

/** What the house does by itself in a hall. */
const DUTIES = [
  'care.escalate',
  'counter.closeForgotten',
  'counter.flag',
  'hall.beginTurning',
  'house.meet',
  'journey.',
  'report.',
  'ticket.closeDay',
  'wait.',
];
function actorsOf(hall: BuiltHall, input: object): [string, Actor][] {
  const ticketId = 'ticketId' in input ? String(input.ticketId) : 'none';
  return [
    ...ROLES.map((role): [string, Actor] => [
      role,
      {
        kind: 'staff',
        id: `s-${role}`,
        name: role,
        sessionId: role,
        roles: [{ hallId: role === 'admin' ? null : hall.id, role }],
      },
    ]),
    ...KEY_ROLES.map((role): [string, Actor] => [
      `key ${role}`,
      { kind: 'key', id: `k-${role}`, name: role, hallId: hall.id, role },
    ]),
    ['customer', { kind: 'customer', ticketId, visitId: 'v', hallId: hall.id }],
    ['kiosk', { kind: 'screen', id: known[hall.id]?.screen ?? '', hallId: hall.id, screenKind: 'kiosk' }],
    ['display', { kind: 'screen', id: known[hall.id]?.screen ?? '', hallId: hall.id, screenKind: 'display' }],
    ['anonymous', { kind: 'anonymous' }],
  ];
}

const REFUSALS = ['unauthenticated', 'forbidden', 'not-found'];

beforeAll(async () => {
  const { database } = await testDatabase();
  house = buildTestHouse(database);
  own = await buildHall(house);
  other = await buildHall(house, { slug: 'other-hall' });
  known = {};
  for (const hall of [own, other]) {
    const screen = await run(house, system, screens.createScreen, { hall: hall.id, kind: 'display', name: 'x' });
    const key = await run(house, system, staff.createApiKey, { hall: hall.id, name: 'x', role: 'guide' });
    const leader = await run(house, system, staff.createStaff, {
      username: `leader-${hall.slug}`,
      name: 'x',
      password: 'a long password',
      roles: [{ hallId: hall.id, role: 'shiftLead' }],
    });
    const desk = { hall: hall.id, name: 'Desk', host: '10.0.0.7', forGuide: true };
    const printer = await run(house, system, printing.addPrinter, desk);
    const test = { printerId: printer.id, followUrl: 'http://hall.test' };
    const job = await run(house, system, printing.printTest, test);
    const complaint = await run(
      house,
      { kind: 'key', id: 'someone', name: 'Someone', hallId: hall.id, role: 'guide' },
      complaints.registerComplaint,
      { hall: hall.id, category: 'wait', words: 'x', remedies: [{ kind: 'gift', amount: 5000 }] },
    );
    const notice = { id: `notice-${hall.slug}`, hallId: hall.id, at: house.clock.now(), dueAt: house.clock.now() };
    await house.db.hallNotice.create({ data: { ...notice, serviceDay: '2026-03-02', fields: ['weeklyHours'] } });
    known[hall.id] = {
      complaint: complaint.id,
      remedy: complaint.remedies[0]?.id ?? '',
      notice: notice.id,
      screen: screen.id,
      printer: printer.id,
      job: job.id,
      key: key.id,
      leader: leader.id,
    };
  }
});

describe('who may what', () => {
  it('has a line for each command', () => {
    expect(AREAS.flatMap(({ may }) => Object.keys(may))).toHaveLength(Object.keys(MAY).length);
    expect([...COMMANDS.keys()].sort()).toEqual(Object.keys(MAY).sort());
    expect(COMMANDS.get('announcement.acknowledge')).toBe(acknowledgeAnnouncements);
  });

  it.each(Object.entries(MAY))('%s', async (name, allowed) => {
    const command = COMMANDS.get(name) as Command;
    const above = ABOVE_HALLS.some((start) => name.startsWith(start));
    const wrong: string[] = [];
    const attempt = async (who: string, actor: Actor, input: object, expected: string) => {
      const done = await execute(house, { actor }, command, input);
      const got = done.ok || !REFUSALS.includes(done.failure.code) ? 'may' : done.failure.code;
      // What does not exist is "not found" for whoever may ask.
      const absent = expected === 'may' && got === 'not-found' && JSON.stringify(input).includes('none');
      if (got !== expected && !absent) wrong.push(`${who}: ${got} instead of ${expected}`);
    };
    const sample = await inputFor(name, own);
    for (const [who] of actorsOf(own, sample)) {
      const input = await inputFor(name, own);
      const actor = actorsOf(own, input).find(([n]) => n === who)?.[1] as Actor;
      const may = allowed.includes(who.replace('key ', ''));
      await attempt(who, actor, input, may ? 'may' : who === 'anonymous' ? 'unauthenticated' : 'forbidden');
      if (above || who === 'anonymous' || who === 'admin') continue;
      const foreign = await inputFor(name, other);
      await attempt(`${who} of another hall`, actor, foreign, PUBLIC.includes(name) ? 'may' : 'not-found');
    }
    expect(wrong).toEqual([]);
  });
});
