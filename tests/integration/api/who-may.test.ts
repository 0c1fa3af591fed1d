import { beforeAll, expect, test } from 'vitest';
import { ROUTES } from '@/lib/api/app';
import { pairingCode } from '@/lib/auth/secrets';
import { DEFAULT_RULES } from '@/lib/complaints/complaint-rules';
import { execute } from '@/lib/door/execute';
import { createScreen } from '@/lib/screens/commands';
import { SCREEN_KINDS, type ScreenKind } from '@/lib/screens/screen';
import { saveSuggestion } from '@/lib/settings/commands';
import { KEY_ROLES } from '@/lib/staff/roles';
import { type BuiltHall, buildHall, hallDefinition } from '@/tests/factories/hall';
import { buildTestHouse } from '@/tests/factories/house';
import { noticeRows, PUSH_SUBSCRIPTION } from '@/tests/factories/notices';
import { OFFLINE_TICKET } from '@/tests/factories/offline-ticket';
import { visitEndRows } from '@/tests/factories/visit-end';
import { ApiClient, signedIn, withKey } from '@/tests/support/api-client';
import { dumpDatabase } from '@/tests/support/dump';
import { testDatabase } from '@/tests/support/test-database';

const SYSTEM = { actor: { kind: 'system' } } as const;

/** Those who may, by route, written down apart from the code's own table. `all`: everybody, whoever asks. */
const STAFF = 'guide clerk floor shiftLead manager hotline';
const FLOOR = 'guide floor shiftLead manager';
const QUEUE = 'guide clerk floor shiftLead manager';
const LEADS = 'shiftLead manager';
const CLERKS = 'clerk shiftLead';
/** The administrator's, but of one hall: strangers to the hall are not told that there is such a thing. */
const ADMIN_HERE = 'admin here';
const MAY: Record<string, string> = {
  'post /session': 'all',
  'get /session': 'all',
  'delete /session': 'all',
  'post /session/password': 'people',
  'get /sessions': 'people',
  'delete /sessions/{session}': 'people',
  'post /setup/administrator': 'all',
  'get /halls': 'all',
  'post /halls': 'admin',
  'get /halls/{hall}': 'all',
  'get /halls/{hall}/counters': QUEUE,
  'get /halls/{hall}/board': 'all',
  'get /halls/{hall}/queue': QUEUE,
  'get /halls/{hall}/live': LEADS,
  'get /counters/{counter}': QUEUE,
  'post /counters/{counter}/open': CLERKS,
  'post /counters/{counter}/pause': CLERKS,
  'post /counters/{counter}/close': CLERKS,
  'post /counters/{counter}/release': LEADS,
  'post /counters/{counter}/call-next': CLERKS,
  'post /counters/{counter}/call': CLERKS,
  'post /halls/{hall}/tickets': `${FLOOR} kiosk anonymous`,
  'get /tickets/{ticket}': `${STAFF} customer`,
  'post /halls/{hall}/number-blocks': FLOOR,
  'get /halls/{hall}/offline-tickets': FLOOR,
  'post /halls/{hall}/offline-tickets': FLOOR,
  'post /offline-tickets/{offlineTicket}/settle': FLOOR,
  'get /halls/{hall}/slots': 'all',
  'post /halls/{hall}/bookings': 'all',
  'get /halls/{hall}/bookings': `${FLOOR} hotline`,
  'post /tickets/{ticket}/move': `${FLOOR} hotline customer`,
  'get /halls/{hall}/machines': QUEUE,
  'post /halls/{hall}/machines': 'manager',
  'patch /machines/{machine}': 'manager',
  'post /machines/{machine}/state': QUEUE,
  'post /machines/{machine}/heartbeat': `${FLOOR} kiosk`,
  'post /machines/{machine}/faults': QUEUE,
  'post /machines/{machine}/inspections': FLOOR,
  'get /machines/{machine}/records': QUEUE,
  'post /faults/{fault}/replied': QUEUE,
  'post /faults/{fault}/on-site': QUEUE,
  'post /faults/{fault}/repaired': QUEUE,
  'post /faults/{fault}/withdraw': QUEUE,
  'get /halls/{hall}/printing': FLOOR,
  'post /halls/{hall}/tickets/{ticket}/print': `${FLOOR} kiosk`,
  'get /print-jobs/{job}': `${FLOOR} kiosk`,
  'post /print-jobs/{job}/settle': FLOOR,
  'get /halls/{hall}/printers': 'manager',
  'post /halls/{hall}/printers': 'manager',
  'patch /printers/{printer}': 'manager',
  'post /printers/{printer}/test': 'manager',
  'post /halls/{hall}/logo': 'manager',
  'post /halls/{hall}/diversions': FLOOR,
  'post /diversions/{diversion}/came-back': FLOOR,
  'get /halls/{hall}/sales': QUEUE,
  'get /halls/{hall}/sales-desk': QUEUE,
  'post /halls/{hall}/sales': QUEUE,
  'post /sales/{sale}/sheet': QUEUE,
  'post /sales/{sale}/cases': QUEUE,
  'post /repairs/{repair}/close': QUEUE,
  'get /halls/{hall}/suppliers': LEADS,
  'post /halls/{hall}/suppliers': 'manager',
  'patch /suppliers/{supplier}': 'manager',
  'post /tickets/{ticket}/check-in': `${FLOOR} kiosk customer`,
  'post /tickets/{ticket}/recall': CLERKS,
  'post /tickets/{ticket}/start': CLERKS,
  'post /tickets/{ticket}/hold': 'clerk guide floor shiftLead',
  'post /tickets/{ticket}/resume': 'clerk guide floor shiftLead',
  'post /tickets/{ticket}/transfer': 'clerk guide shiftLead',
  'post /tickets/{ticket}/complete': CLERKS,
  'post /tickets/{ticket}/no-show': CLERKS,
  'post /tickets/{ticket}/postpone': `${FLOOR} customer`,
  'post /tickets/{ticket}/cancel': `${QUEUE} customer`,
  'post /tickets/{ticket}/undo': QUEUE,
  'post /tickets/{ticket}/rating': 'customer',
  'post /tickets/{ticket}/push-subscription': 'customer',
  'delete /tickets/{ticket}/push-subscription': 'customer',
  'post /tickets/{ticket}/phone': 'customer',
  'delete /tickets/{ticket}/phone': 'customer',
  'get /halls/{hall}/webhooks': ADMIN_HERE,
  'post /halls/{hall}/webhooks': ADMIN_HERE,
  'patch /webhooks/{webhook}': ADMIN_HERE,
  'post /webhooks/{webhook}/secret': ADMIN_HERE,
  'get /halls/{hall}/dead-letters': ADMIN_HERE,
  'post /dead-letters/{letter}/send-again': ADMIN_HERE,
  'post /dead-letters/{letter}/discard': ADMIN_HERE,
  'post /tickets/{ticket}/care': FLOOR,
  'post /tickets/{ticket}/care/take': FLOOR,
  'get /tickets/{ticket}/context': QUEUE,
  'post /tickets/{ticket}/suggestion': CLERKS,
  'get /halls/{hall}/rating-device': 'rating',
  'post /halls/{hall}/rating-device/counter': 'rating',
  'post /halls/{hall}/rating-device/rating': 'rating',
  'get /halls/{hall}/help': QUEUE,
  'post /counters/{counter}/help': CLERKS,
  'post /help/{help}/reason': CLERKS,
  'post /help/{help}/take': FLOOR,
  'post /help/{help}/end': QUEUE,
  'get /halls/{hall}/unaccepted': QUEUE,
  'post /halls/{hall}/unaccepted': QUEUE,
  'post /unaccepted/{unaccepted}/take-over': QUEUE,
  'post /unaccepted/{unaccepted}/answer': QUEUE,
  'get /halls/{hall}/follow-ups': QUEUE,
  'post /halls/{hall}/follow-ups': QUEUE,
  'post /follow-ups/{followUp}/take-over': QUEUE,
  'post /follow-ups/{followUp}/done': QUEUE,
  'get /halls/{hall}/loan-items': QUEUE,
  'post /halls/{hall}/loan-items': LEADS,
  'post /loan-items/{item}/lend': QUEUE,
  'delete /loan-items/{item}': LEADS,
  'post /loans/{loan}/return': QUEUE,
  'get /halls/{hall}/lost-found': QUEUE,
  'post /halls/{hall}/found-items': QUEUE,
  'post /found-items/{found}/hand-back': QUEUE,
  'post /halls/{hall}/lost-reports': QUEUE,
  'post /lost-reports/{lost}/match': QUEUE,
  'post /lost-reports/{lost}/close': QUEUE,
  'get /halls/{hall}/complaint-form': STAFF,
  'get /halls/{hall}/complaint-visits': STAFF,
  'get /halls/{hall}/complaints': STAFF,
  'post /halls/{hall}/complaints': STAFF,
  'get /complaints/{complaint}': STAFF,
  'post /complaints/{complaint}/dispatch': STAFF,
  'post /complaints/{complaint}/accept': STAFF,
  'post /complaints/{complaint}/decline': STAFF,
  'post /complaints/{complaint}/notes': STAFF,
  'post /complaints/{complaint}/remedies': STAFF,
  'post /complaint-remedies/{remedy}/decision': LEADS,
  'post /complaints/{complaint}/reply': STAFF,
  'post /complaints/{complaint}/close': STAFF,
  'post /complaints/{complaint}/reopen': STAFF,
  'get /hotline': 'people',
  'post /hall-notices/{notice}/acknowledge': 'hotline',
  'post /halls/{hall}/referrals': 'hotline',
  'get /halls/{hall}/reports/service-level': LEADS,
  'get /halls/{hall}/journey': LEADS,
  'get /halls/{hall}/journey/{touchpoint}': LEADS,
  'get /halls/{hall}/scorecard': LEADS,
  'get /halls/{hall}/reports/waits': LEADS,
  'get /halls/{hall}/reports/work': LEADS,
  'get /reports/halls': LEADS,
  'get /halls/{hall}/mailings': LEADS,
  'post /halls/{hall}/mailings': 'manager',
  'patch /mailings/{mailing}': 'manager',
  'delete /mailings/{mailing}': 'manager',
  'get /halls/{hall}/what-if': LEADS,
  'get /halls/{hall}/staffing': LEADS,
  'post /halls/{hall}/staffing': 'manager',
  'post /halls/{hall}/events': STAFF,
  'get /halls/{hall}/events': LEADS,
  'get /halls/{hall}/approaches': FLOOR,
  'post /halls/{hall}/approaches': FLOOR,
  'post /approaches/{approach}/undo': FLOOR,
  'get /halls/{hall}/enquiries': QUEUE,
  'post /halls/{hall}/enquiries': QUEUE,
  'post /enquiries/{enquiry}/close': QUEUE,
  'post /enquiries/{enquiry}/hand-over': QUEUE,
  'post /enquiries/{enquiry}/accept': QUEUE,
  'post /enquiries/{enquiry}/decline': QUEUE,
  'post /enquiries/{enquiry}/retention': QUEUE,
  'get /halls/{hall}/knowledge': STAFF,
  'post /halls/{hall}/knowledge': LEADS,
  'get /halls/{hall}/articles': LEADS,
  'get /articles/{article}': STAFF,
  'post /articles/{article}': LEADS,
  'post /articles/{article}/withdraw': LEADS,
  'get /articles/{article}/versions': LEADS,
  'get /halls/{hall}/experience': QUEUE,
  'get /halls/{hall}/stations': LEADS,
  'post /halls/{hall}/stations': LEADS,
  'post /stations/{station}/fault': FLOOR,
  'post /stations/{station}/repair': FLOOR,
  'post /stations/{station}/reset': FLOOR,
  'post /stations/{station}/trials': FLOOR,
  'get /halls/{hall}/complaint-rules': LEADS,
  'post /halls/{hall}/complaint-rules': 'manager',
  'post /trials/{trial}/order': FLOOR,
  'post /stations/{station}/invitations': FLOOR,
  'get /halls/{hall}/colleagues': STAFF,
  'get /halls/{hall}/material': QUEUE,
  'post /halls/{hall}/material': LEADS,
  'get /material/{material}': QUEUE,
  'patch /material/{material}': LEADS,
  'post /material/{material}/check': FLOOR,
  'post /material/{material}/remove': FLOOR,
  'post /material/{material}/put-up': FLOOR,
  'get /halls/{hall}/campaigns': LEADS,
  'post /halls/{hall}/campaigns': 'manager',
  'patch /campaigns/{campaign}': 'manager',
  'post /campaigns/{campaign}/withdraw': 'manager',
  // Anybody of the staff may own one, and reads it.
  'get /halls/{hall}/weak-points': STAFF,
  'get /halls/{hall}/weak-points/notice': STAFF,
  'post /halls/{hall}/weak-points': LEADS,
  'post /halls/{hall}/weak-points/proposals': LEADS,
  'patch /weak-points/{weakPoint}': LEADS,
  // Its owner may too, whoever he is: tests/integration/weak-points.
  'post /weak-points/{weakPoint}/seen': LEADS,
  'post /weak-points/{weakPoint}/start': LEADS,
  'post /weak-points/{weakPoint}/finish': LEADS,
  'post /weak-points/{weakPoint}/verify': LEADS,
  'post /weak-points/{weakPoint}/reopen': LEADS,
  'post /weak-points/{weakPoint}/drop': LEADS,
  'get /halls/{hall}/records': LEADS,
  'post /halls/{hall}/records': LEADS,
  'patch /records/{record}': LEADS,
  'get /halls/{hall}/rounds': QUEUE,
  'get /halls/{hall}/rounds/notice': QUEUE,
  'get /halls/{hall}/rounds/history': LEADS,
  'post /halls/{hall}/rounds/sign': QUEUE,
  'get /halls/{hall}/rounds/templates': LEADS,
  'post /halls/{hall}/rounds/templates': 'manager',
  'post /halls/{hall}/rounds/templates/{template}': 'manager',
  'post /halls/{hall}/tasks/{task}/done': QUEUE,
  'post /halls/{hall}/tasks/{task}/check': LEADS,
  'post /halls/{hall}/opening': LEADS,
  'post /halls/{hall}/attachments': QUEUE,
  'get /halls/{hall}/attachments/{attachment}': QUEUE,
  'get /staff': 'admin',
  'get /staff/{staff}': 'admin',
  'post /staff': 'admin',
  'patch /staff/{staff}': 'admin',
  'post /staff/{staff}/password': 'admin',
  'post /staff/{staff}/roles': 'admin',
  'post /staff/{staff}/active': 'admin',
  'get /keys': 'admin',
  'post /keys': 'admin',
  'delete /keys/{key}': 'admin',
  'get /halls/{hall}/screens': LEADS,
  'get /halls/{hall}/screens/silent': FLOOR,
  'post /screens/{screen}/reload': LEADS,
  'get /halls/{hall}/kiosk/tickets/{code}': `${FLOOR} kiosk`,
  'post /halls/{hall}/kiosk/check-in': `${FLOOR} kiosk`,
  'post /halls/{hall}/screens': 'manager',
  'post /screens/pair': 'all',
  'post /screens/{screen}/code': 'manager',
  'delete /screens/{screen}': 'manager',
  'get /health/live': 'all',
  'get /health/ready': 'all',
};

const same = (words: string) => ({ 'zh-CN': words, en: words, es: words });
const EMPTY = same('');
const ARTICLE = {
  kind: 'guide',
  topic: 'sim',
  content: {
    title: same('A lost SIM'),
    bring: EMPTY,
    duration: EMPTY,
    cost: EMPTY,
    where: EMPTY,
    body: same('Come by.'),
  },
  publish: true,
};
const STATION = { code: 'glasses', names: same('Glasses'), shows: EMPTY };
const ONE = { 'zh-CN': 'x', en: 'x', es: 'x' };
const ROUND = { kind: 'closing', names: ONE, items: [{ six: 'sort', names: ONE }] };

/** Bodies that are right, so that only the caller is in question. */
const BODIES: Record<string, unknown> = {
  'post /halls/{hall}/bookings': { serviceCode: 'cards', at: '2026-03-03T02:00:00.000Z' },
  'post /tickets/{ticket}/move': { at: '2026-03-03T02:00:00.000Z' },
  'post /session/password': { current: 'not the one', password: 'eight letters' },
  'post /setup/administrator': { username: 'chief', name: 'Chief', password: 'eight letters' },
  'post /halls': hallDefinition({ slug: 'new-hall' }),
  'post /halls/{hall}/number-blocks': { holder: '00000000-0000-4000-8000-000000000001' },
  'post /halls/{hall}/offline-tickets': OFFLINE_TICKET,
  'post /offline-tickets/{offlineTicket}/settle': { action: 'dismiss' },
  'post /counters/{counter}/pause': { reason: 'lunch' },
  'post /counters/{counter}/release': { reason: 'vanished' },
  'post /halls/{hall}/complaint-rules': DEFAULT_RULES,
  'post /tickets/{ticket}/hold': { reason: 'papers' },
  'post /tickets/{ticket}/transfer': { serviceCode: 'broadband' },
  'post /tickets/{ticket}/complete': { outcome: 'done' },
  'post /tickets/{ticket}/cancel': { reason: 'left' },
  'post /tickets/{ticket}/rating': { score: 5 },
  'post /tickets/{ticket}/push-subscription': PUSH_SUBSCRIPTION,
  'post /tickets/{ticket}/phone': { phone: '13800000000' },
  'post /halls/{hall}/webhooks': { name: 'x', url: 'https://receiver.example/', events: ['ticket.called'] },
  'patch /webhooks/{webhook}': { events: ['ticket.called'] },
  'post /halls/{hall}/mailings': {
    frequency: 'daily',
    sendAt: 27_000,
    recipients: ['boss@example.org'],
    locale: 'en',
    active: true,
  },
  'patch /mailings/{mailing}': { active: false },
  'post /halls/{hall}/rating-device/counter': { counterNumber: 1 },
  'post /help/{help}/reason': { reason: 'approval' },
  'post /halls/{hall}/unaccepted': { what: 'A card', why: 'papers', promisedDay: '2026-03-04' },
  'post /unaccepted/{unaccepted}/answer': { answer: 'It works now.' },
  'post /halls/{hall}/follow-ups': { what: 'Call', promisedDay: '2026-03-04' },
  'post /follow-ups/{followUp}/done': { result: 'All well.' },
  'post /halls/{hall}/loan-items': { kind: 'umbrella', from: 1, to: 2, deposit: 0 },
  'post /halls/{hall}/found-items': { description: 'A key', keptWhere: 'Desk' },
  'post /found-items/{found}/hand-back': { to: 'Li Na' },
  'post /halls/{hall}/lost-reports': { description: 'A key' },
  'post /tickets/{ticket}/care': { action: 'tea' },
  'post /halls/{hall}/tickets': { serviceCode: 'cards' },
  'post /halls/{hall}/events': { touchpoint: 'wander', what: 'approached' },
  'post /halls/{hall}/approaches': { outcome: 'justLooking' },
  'post /halls/{hall}/enquiries': { topic: 'sim' },
  'post /enquiries/{enquiry}/close': { outcome: 'answered' },
  'post /enquiries/{enquiry}/retention': { reason: 'price', result: 'thinking' },
  'post /halls/{hall}/knowledge': ARTICLE,
  'post /articles/{article}': { ...ARTICLE, baseVersion: 1 },
  'post /halls/{hall}/stations': STATION,
  'post /stations/{station}/fault': { words: 'The screen stays dark.' },
  'post /stations/{station}/trials': { interest: 4 },
  'post /halls/{hall}/material': { kind: 'poster', titles: named('x'), validFrom: '2026-03-02' },
  'patch /material/{material}': { place: 'left of the door' },
  'post /material/{material}/check': { condition: 'worn' },
  'post /halls/{hall}/staffing': { weekday: 0, counters: Array(48).fill(1) },
  'post /halls/{hall}/campaigns': {
    titles: named('x'),
    texts: named('x'),
    firstDay: '2026-03-02',
    lastDay: '2026-03-31',
  },
  'patch /campaigns/{campaign}': { sort: 2 },
  'post /halls/{hall}/weak-points': { touchpoint: 'queue', description: 'Long waits at noon' },
  'post /halls/{hall}/weak-points/proposals': {
    items: [{ touchpoint: 'queue', standard: 'withinLimit', unit: 'share', value: 0.7, goal: { atLeast: 0.9 } }],
  },
  'patch /weak-points/{weakPoint}': { cause: 'Lunch breaks' },
  'post /weak-points/{weakPoint}/finish': { result: 'One counter more at noon' },
  'post /weak-points/{weakPoint}/verify': {},
  'post /weak-points/{weakPoint}/reopen': { remark: 'Not on Fridays', dueOn: '2026-03-31' },
  'post /weak-points/{weakPoint}/drop': { remark: 'Solved by itself' },
  'patch /records/{record}': { topics: 'Another topic' },
  'post /halls/{hall}/rounds/templates': ROUND,
  'post /halls/{hall}/rounds/templates/{template}': ROUND,
  'post /halls/{hall}/tasks/{task}/check': { ok: true },
  // The least that begins as a picture does.
  'post /halls/{hall}/attachments': 'RIFF    WEBPVP8 ',
  'post /halls/{hall}/opening': { open: true, reason: 'other' },
  'post /halls/{hall}/complaints': { category: 'wait', words: 'Too long' },
  'post /complaints/{complaint}/dispatch': { department: 'billing' },
  'post /complaints/{complaint}/notes': { note: 'Asked' },
  'post /complaints/{complaint}/remedies': { kind: 'apology' },
  'post /complaint-remedies/{remedy}/decision': { approve: false },
  'post /complaints/{complaint}/reply': { channel: 'phone', answer: 'Answered' },
  'post /complaints/{complaint}/close': { cause: 'skill' },
  'post /complaints/{complaint}/reopen': { reason: 'Not content' },
  'post /halls/{hall}/machines': { kind: 'print', number: 9 },
  'patch /machines/{machine}': { inspectionEveryDays: 60 },
  'post /machines/{machine}/state': { state: 'inService' },
  'post /machines/{machine}/heartbeat': { busy: false },
  'post /machines/{machine}/faults': { category: 'screen' },
  'post /machines/{machine}/inspections': { passed: true },
  'post /print-jobs/{job}/settle': { hasSlip: false },
  'post /halls/{hall}/printers': { name: 'Another', host: '10.0.0.8' },
  'patch /printers/{printer}': { columns: 32 },
  'post /halls/{hall}/logo': { attachmentId: null },
  'post /sales/{sale}/cases': { kind: 'repair', reason: 'screen' },
  'post /repairs/{repair}/close': { result: 'repaired' },
  'post /halls/{hall}/suppliers': { name: 'Second' },
  'patch /suppliers/{supplier}': { contact: 'Mr Wu' },
  'post /staff': { username: 'new-person', name: 'New', password: 'eight letters', roles: [] },
  'patch /staff/{staff}': { name: 'Renamed' },
  'post /staff/{staff}/password': { password: 'eight letters' },
  'post /staff/{staff}/roles': { roles: [] },
  'post /staff/{staff}/active': { active: true },
  'post /halls/{hall}/screens': { kind: 'display', name: 'Another' },
  'post /screens/pair': { code: 'WRONG222' },
  'post /halls/{hall}/kiosk/check-in': { code: 'A001' },
};

function named(text: string) {
  return { 'zh-CN': text, en: text, es: text };
}

interface Caller {
  name: string;
  role: string;
  /** Does he belong to the hall the requests are about? */
  here: boolean;
  client: ApiClient;
}

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let callers: Caller[];
let places: Record<string, string>;
/** Each request from an address of its own: limits are tested elsewhere. */
let asking = 0;

async function screen(at: BuiltHall, kind: ScreenKind): Promise<ApiClient> {
  const made = await execute(house, SYSTEM, createScreen, { hall: at.id, kind, name: kind });
  if (!made.ok) throw new Error(made.failure.code);
  const code = pairingCode(house.secret, made.value.id, made.value.codeMadeAt);
  // Each device has its address: pairing is limited.
  const nobody = new ApiClient(house, { 'x-client-address': made.value.id });
  const paired = await nobody.post('/screens/pair', { code });
  return new ApiClient(house, { 'x-screen-token': (paired.body as { token: string }).token });
}

async function callersOf(at: BuiltHall, here: boolean): Promise<Caller[]> {
  const where = here ? 'here' : 'elsewhere';
  const made: Caller[] = [];
  for (const role of KEY_ROLES) {
    made.push({ name: `key ${role} ${where}`, role, here, client: await withKey(house, at.id, role) });
    const client = await signedIn(house, `${role.toLowerCase()}-${where}`, at.id, role);
    made.push({ name: `staff ${role} ${where}`, role, here, client });
  }
  for (const kind of SCREEN_KINDS)
    made.push({ name: `screen ${kind} ${where}`, role: kind, here, client: await screen(at, kind) });
  return made;
}

beforeAll(async () => {
  house = buildTestHouse((await testDatabase()).database);
  hall = await buildHall(house, { remoteTickets: true });
  const elsewhere = await buildHall(house, { slug: 'elsewhere', remoteTickets: true });
  const admin = await signedIn(house, 'admin', null, 'admin');
  const guide = await withKey(house, hall.id, 'guide');
  const issue = async (at: string, by: ApiClient) =>
    (await by.post(`/halls/${at}/tickets`, { serviceCode: 'cards', customer: { name: 'Li Na' } })).body as {
      id: string;
      token: string;
    };
  const ticket = await issue(hall.id, guide);
  const bearer = async (at: BuiltHall) =>
    new ApiClient(house, {
      authorization: `Bearer ${(await issue(at.id, await withKey(house, at.id, 'guide'))).token}`,
    });
  callers = [
    ...(await callersOf(hall, true)),
    ...(await callersOf(elsewhere, false)),
    { name: 'administrator', role: 'admin', here: true, client: admin },
    { name: 'anonymous', role: 'anonymous', here: true, client: new ApiClient(house) },
    {
      name: 'customer of the ticket',
      role: 'customer',
      here: true,
      client: new ApiClient(house, { authorization: `Bearer ${ticket.token}` }),
    },
    { name: 'customer of another ticket', role: 'other customer', here: true, client: await bearer(hall) },
    { name: 'customer elsewhere', role: 'other customer', here: false, client: await bearer(elsewhere) },
  ];
  const made = (await admin.post('/staff', BODIES['post /staff'])).body as { id: string };
  await admin.patch(`/staff/${made.id}`, { username: 'somebody' });
  const key = (await admin.post('/keys', { hall: hall.id, name: 'spare', role: 'guide' })).body as { id: string };
  const device = (await admin.post(`/halls/${hall.id}/screens`, { kind: 'door', name: 'Door' })).body as { id: string };
  const leader = (await admin.post('/staff', {
    ...(BODIES['post /staff'] as object),
    username: 'leader',
    roles: [{ hallId: hall.id, role: 'shiftLead' }],
  })) as { body: { id: string } };
  BODIES['post /halls/{hall}/records'] = {
    kind: 'morning',
    heldOn: '2026-03-02',
    heldAt: '08:30',
    leaderId: leader.body.id,
    topics: 'Today',
  };
  const of = async (path: string, body: unknown) =>
    ((await admin.post(`/halls/${hall.id}/${path}`, body)).body as { id: string }).id;
  const planned = { action: 'Shift the breaks', ownerId: leader.body.id, dueOn: '2026-03-31' };
  type Made = { id: string; items: { id: string }[]; failures: { task: { id: string } }[] };
  const template = (await admin.post(`/halls/${hall.id}/rounds/templates`, ROUND)).body as Made;
  const walk = (ok: boolean) => ({ templateId: template.id, items: [{ itemId: template.items[0]?.id, ok }] });
  const signed = (await admin.post(`/halls/${hall.id}/rounds/sign`, walk(false))).body as Made;
  const webp = { 'content-type': 'image/webp' };
  const photo = await admin.send(
    'POST',
    `/halls/${hall.id}/attachments`,
    BODIES['post /halls/{hall}/attachments'],
    webp,
  );
  BODIES['post /halls/{hall}/rounds/sign'] = walk(true);
  const own = { kind: 'multi', number: 1, serviceCodes: ['cards'] };
  const machine = (await admin.post(`/halls/${hall.id}/machines`, own)).body as { id: string };
  const broken = (await admin.post(`/halls/${hall.id}/machines`, { ...own, number: 2 })).body as { id: string };
  const reported = (await admin.post(`/machines/${broken.id}/faults`, { category: 'screen' })).body as {
    fault: { id: string };
  };
  BODIES['post /halls/{hall}/diversions'] = { machineId: machine.id, serviceCode: 'cards' };
  const diverted = await admin.post(`/halls/${hall.id}/diversions`, BODIES['post /halls/{hall}/diversions']);
  const supplier = (await admin.post(`/halls/${hall.id}/suppliers`, { name: 'First' })).body as { id: string };
  BODIES['post /halls/{hall}/sales'] = { model: 'Phone', supplierId: supplier.id };
  const sale = (await admin.post(`/halls/${hall.id}/sales`, BODIES['post /halls/{hall}/sales'])).body as { id: string };
  const repaired = await admin.post(`/sales/${sale.id}/cases`, { kind: 'repair', reason: 'screen' });
  const desk = { name: 'Desk', host: '10.0.0.7', forGuide: true };
  const printer = (await admin.post(`/halls/${hall.id}/printers`, desk)).body as { id: string };
  const slip = (await guide.post(`/halls/${hall.id}/tickets/${ticket.id}/print`, {})).body as { id: string };
  places = {
    printer: printer.id,
    job: slip.id,
    machine: machine.id,
    fault: reported.fault.id,
    diversion: (diverted.body as { id: string }).id,
    supplier: supplier.id,
    sale: sale.id,
    repair: (repaired.body as { cases: { id: string }[] }).cases[0]?.id ?? '',
    material: await of('material', BODIES['post /halls/{hall}/material']),
    campaign: await of('campaigns', BODIES['post /halls/{hall}/campaigns']),
    weakPoint: await of('weak-points', { ...(BODIES['post /halls/{hall}/weak-points'] as object), ...planned }),
    record: await of('records', BODIES['post /halls/{hall}/records']),
    template: template.id,
    task: signed.failures[0]?.task.id ?? '',
    attachment: (photo.body as Made).id,
    hall: hall.slug,
    counter: hall.counter(1),
    ticket: ticket.id,
    staff: made.id,
    key: key.id,
    screen: device.id,
    code: 'A001',
    session: 'no-such-session',
    touchpoint: 'queue',
  };
  const offline = await admin.post(`/halls/${hall.id}/offline-tickets`, OFFLINE_TICKET);
  places.offlineTicket = (offline.body as Made).id;
  const mailing = await admin.post(`/halls/${hall.id}/mailings`, BODIES['post /halls/{hall}/mailings']);
  places.mailing = (mailing.body as Made).id;
  const ofFloor = async (what: string, body: object) =>
    ((await admin.post(`/halls/${hall.id}/${what}`, body)).body as { id: string }).id;
  Object.assign(places, {
    approach: await ofFloor('approaches', { outcome: 'left' }),
    enquiry: await ofFloor('enquiries', { topic: 'sim' }),
    article: await ofFloor('knowledge', ARTICLE),
    station: await ofFloor('stations', STATION),
  });
  const trial = (await admin.post(`/stations/${places.station}/trials`, { interest: 4 })).body as { id: string };
  Object.assign(places, { trial: trial.id });
  const colleague = await house.db.staff.findUniqueOrThrow({ where: { username: 'floor-here' } });
  BODIES['post /enquiries/{enquiry}/hand-over'] = { toColleague: colleague.id };
  BODIES['post /stations/{station}/invitations'] = { ticketId: ticket.id, accepted: true };
  const complaint = (
    await guide.post(`/halls/${hall.id}/complaints`, {
      category: 'wait',
      words: 'x',
      remedies: [{ kind: 'gift', amount: 5000 }],
    })
  ).body as { id: string; remedies: { id: string }[] };
  const notice = { id: 'a-notice', hallId: hall.id, at: house.clock.now(), dueAt: house.clock.now() };
  await house.db.hallNotice.create({ data: { ...notice, serviceDay: '2026-03-02', fields: ['weeklyHours'] } });
  Object.assign(places, { complaint: complaint.id, remedy: complaint.remedies[0]?.id, notice: notice.id });
  BODIES['post /counters/{counter}/call'] = { ticketId: ticket.id, reason: 'unwell' };
  const rows = await visitEndRows(house, hall);
  Object.assign(places, rows, await noticeRows(house, hall));
  BODIES['post /lost-reports/{lost}/match'] = { foundItemId: rows.found };
  const names = { 'zh-CN': 'x', en: 'x', es: 'x' };
  const suggestion = { hall: hall.id, code: 'x', names, serviceIds: [], active: true };
  const suggested = await execute(house, SYSTEM, saveSuggestion, suggestion);
  if (!suggested.ok) throw new Error(suggested.failure.code);
  BODIES['post /tickets/{ticket}/suggestion'] = { suggestionId: suggested.value.id, accepted: true };
  BODIES['post /halls/{hall}/rating-device/rating'] = { ticketId: ticket.id, score: 5 };
  BODIES['post /keys'] = { hall: hall.id, name: 'new', role: 'guide' };
  // Each sign-in costs a slow hash.
});

function mayCall(route: string, { role, here, name }: Caller): boolean {
  const may = (MAY[route] ?? '').split(' ');
  if (may.includes('all')) return true;
  if (may.includes('people')) return name.startsWith('staff') || role === 'admin';
  // A customer's own things aside, the administrator may do everything everywhere.
  if (role === 'admin') return true;
  return (here || OF_ONES_HALLS.has(route)) && may.includes(role);
}

/** Tell of the halls that one belongs to, whichever these are. */
const OF_ONES_HALLS = new Set(['get /reports/halls']);

function expectedRefusal(route: string, { role, here }: Caller): number {
  if (role === 'anonymous') return 401;
  const may = MAY[route] ?? '';
  if (may === 'people' || may === 'admin' || OF_ONES_HALLS.has(route)) return 403;
  if (!here) return 404;
  // Another customer has the permission, but not for this ticket.
  return role === 'other customer' && may.includes('customer') ? 404 : 403;
}

async function ask(route: string, client: ApiClient) {
  const [method = '', path = ''] = route.split(' ');
  const asked = route === 'get /halls/{hall}/slots' ? '?serviceCode=cards' : '';
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '') + asked;
  if (route === 'post /session') BODIES[route] = { username: `nobody-${asking}`, password: 'nothing' };
  const body = method === 'get' || method === 'delete' ? undefined : (BODIES[route] ?? {});
  return client.send(method.toUpperCase(), address, body, {
    'x-client-address': `198.51.100.${++asking}`,
    ...(route.endsWith('/attachments') ? { 'content-type': 'image/webp' } : {}),
  });
}

test('the table names every route', () => {
  expect(Object.keys(MAY).sort()).toEqual(ROUTES.map((route) => `${route.method} ${route.path}`).sort());
});

test('who may not is refused, and changes nothing', async () => {
  await Promise.all(callers.map(({ client }) => client.get('/session')));
  const before = await dumpDatabase(house.db);
  const wrong: string[] = [];
  let asked = 0;
  for (const route of Object.keys(MAY))
    for (const caller of callers) {
      if (mayCall(route, caller)) continue;
      asked++;
      const { status, body } = await ask(route, caller.client);
      const expected = expectedRefusal(route, caller);
      const code = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found' }[expected];
      if (status !== expected || (body as { code?: string }).code !== code)
        wrong.push(`${caller.name}: ${route}: ${status} instead of ${expected}`);
    }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(1000);
  expect(await dumpDatabase(house.db)).toEqual(before);
});

test('who may gets through', async () => {
  const wrong: string[] = [];
  for (const route of Object.keys(MAY).filter((key) => key !== 'delete /session'))
    for (const caller of callers) {
      if (!mayCall(route, caller)) continue;
      const { status, body } = await ask(route, caller.client);
      const { code } = (body ?? {}) as { code?: string };
      // What was there to do may be done or gone by now; wrong credentials are an answer, not a refusal to talk.
      const through =
        status < 300 ||
        status === 409 ||
        code === 'wrong-credentials' ||
        ((route.includes('{session}') || route === 'delete /mailings/{mailing}') && status === 404);
      if (!through) wrong.push(`${caller.name}: ${route}: ${status} ${JSON.stringify(body)}`);
    }
  expect(wrong).toEqual([]);
});
