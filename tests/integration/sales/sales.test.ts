import { beforeEach, expect, it } from 'vitest';
import { addSeconds } from '@/lib/core/clock';
import { addSupplier, changeSupplier, closeRepair, handSheet, openCase, recordSale } from '@/lib/sales/commands';
import { listSales, readSalesDesk, readSupplierList } from '@/lib/sales/queries';
import { AFTER_SALES_POINTS } from '@/lib/sales/sale';
import type { Actor } from '@/lib/staff/actor';
import { issueTicket } from '@/lib/tickets/commands';
import { purchase } from '@/lib/touchpoints/purchase';
import type { Figure, JourneyEvent } from '@/lib/touchpoints/touchpoint';
import { type BuiltHall, buildHall } from '../../factories/hall';
import { buildTestHouse } from '../../factories/house';
import { refused as refusal, run } from '../../support/run-command';
import { testDatabase } from '../../support/test-database';

let house: ReturnType<typeof buildTestHouse>;
let hall: BuiltHall;
let now: Date;
let supplierId: string;

const as = (role: 'clerk' | 'manager'): Actor => ({ kind: 'key', id: role, name: role, hallId: hall.id, role });

function pass(seconds: number): void {
  now = addSeconds(now, seconds);
  house.setTime(now);
}

const sell = (more: object = {}) =>
  run(house, as('clerk'), recordSale, { hall: hall.id, model: 'Mate 60 Pro', supplierId, ...more });

async function measure(code: string): Promise<Figure> {
  const rule = purchase.standards.find((r) => r.code === code);
  const events = await house.db.event.findMany({ orderBy: [{ version: 'asc' }, { ordinal: 'asc' }] });
  const memory = rule?.begin();
  for (const event of events) rule?.take(memory, event as unknown as JourneyEvent);
  return rule?.measure(memory) ?? { sum: -1, count: -1 };
}

const refused = async (...call: Parameters<typeof refusal>) => (await refusal(...call)).code;

beforeEach(async () => {
  const { database } = await testDatabase();
  now = new Date('2026-03-02T02:00:00Z');
  house = buildTestHouse(database, now.toISOString());
  hall = await buildHall(house);
  supplierId = (await run(house, as('manager'), addSupplier, { hall: hall.id, name: 'North' })).id;
});

it('hands the sheet over only when every point was explained, and measures it by the sale', async () => {
  const points = [...AFTER_SALES_POINTS];
  const half = { hall: hall.id, model: 'X', supplierId, points: points.slice(1), sheetHanded: true };
  expect(await refused(house, as('clerk'), recordSale, half)).toBe('invalid-input');
  await sell({ points, sheetHanded: true });
  const later = await sell();
  await sell();
  expect(await measure('afterSalesSheet')).toEqual({ sum: 1, count: 3 });
  await run(house, as('clerk'), handSheet, { saleId: later.id });
  await run(house, as('clerk'), handSheet, { saleId: later.id });
  expect(await measure('afterSalesSheet')).toEqual({ sum: 2, count: 3 });
  const rows = await house.db.sale.findMany();
  expect(rows.filter((row) => row.sheetHandedAt)).toHaveLength(2);
});

it('belongs to the visit of its customer, and no event names him', async () => {
  const ticket = await run(house, as('manager'), issueTicket, { hall: hall.id, serviceCode: 'cards' });
  const sale = await sell({
    ticketId: ticket.id,
    customer: { name: 'Li Na', phone: '139 0000 1111' },
    serial: 'AB-12 34',
  });
  expect(sale).toMatchObject({ number: ticket.number, serial: 'AB1234', customer: { name: 'Li Na' } });
  const event = await house.db.event.findFirstOrThrow({ where: { kind: 'sale.recorded' } });
  expect(event.visitId).toBe(ticket.visitId);
  expect(JSON.stringify(event.payload)).not.toMatch(/Li Na|139 ?0000/);
  for (const find of ['ab 1234', '13900001111', 'mate60'])
    expect((await listSales(house.db, hall.id, { find, limit: 9 })).map((s) => s.id)).toEqual([sale.id]);
  expect(await listSales(house.db, hall.id, { find: 'pixel', limit: 9 })).toEqual([]);
});

it('scores suppliers by the devices sold, each counted once', async () => {
  const good = await run(house, as('manager'), addSupplier, { hall: hall.id, name: 'South' });
  await sell({ supplierId: good.id });
  const first = await sell();
  const second = await sell();
  await sell();
  await sell();
  pass(5 * 86_400);
  await run(house, as('clerk'), openCase, { saleId: first.id, kind: 'exchange', reason: 'battery' });
  await run(house, as('clerk'), openCase, { saleId: first.id, kind: 'return', reason: 'battery' });
  expect(await refused(house, as('clerk'), openCase, { saleId: first.id, kind: 'repair', reason: 'screen' })).toBe(
    'wrong-state',
  );
  await run(house, as('clerk'), openCase, { saleId: second.id, kind: 'return', reason: 'changedMind' });
  const third = await sell();
  const repair = await run(house, as('clerk'), openCase, { saleId: third.id, kind: 'repair', reason: 'screen' });
  expect((await readSupplierList(house.db, { config: hall.config, now })).items).toMatchObject([
    { name: 'North', sold: 5, faulty: 1, repaired: 1, openRepairs: 1, passRate: 0.8, repairRate: 0.2 },
    { name: 'South', sold: 1, faulty: 0, repaired: 0, openRepairs: 0, passRate: 1, repairRate: 0 },
  ]);
  const desk = await readSalesDesk(house.db, { config: hall.config, now, tickets: [] });
  expect(desk.openRepairs.map((s) => s.id)).toEqual([third.id]);
  expect(desk.today).toEqual({ sold: 1, sheets: 0 });
  const caseId = repair.cases[0]?.id ?? '';
  await run(house, as('clerk'), closeRepair, { caseId, result: 'repaired' });
  expect(await refused(house, as('clerk'), closeRepair, { caseId, result: 'repaired' })).toBe('wrong-state');
  // Over all days: two faulty returns of six sold, one repair.
  expect(await measure('passRate')).toEqual({ sum: 4, count: 6 });
  expect(await measure('repairRate')).toEqual({ sum: 1, count: 6 });
  await run(house, as('manager'), changeSupplier, { supplierId, change: { active: false } });
  expect(await refused(house, as('clerk'), recordSale, { hall: hall.id, model: 'X', supplierId })).toBe(
    'invalid-input',
  );
});

it('pages through the sales of one instant without losing any', async () => {
  const made: string[] = [];
  for (let i = 0; i < 5; i++) made.push((await sell()).id);
  const seen: string[] = [];
  let after: { soldAt: Date; id: string } | undefined;
  for (;;) {
    const rows = await listSales(house.db, hall.id, { after, limit: 2 });
    if (rows.length === 0) break;
    seen.push(...rows.map((row) => row.id));
    const last = rows.at(-1);
    after = last ? { soldAt: new Date(last.soldAt), id: last.id } : undefined;
  }
  expect([...seen].sort()).toEqual([...made].sort());
});
