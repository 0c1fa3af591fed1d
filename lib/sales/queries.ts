import { hallOf } from '@/lib/door/locate';
import type { HallConfig } from '@/lib/halls/hall-config';
import { addDays, instantOf, serviceDay } from '@/lib/halls/service-day';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Ticket } from '@/lib/tickets/ticket';
import { presentSale, presentSupplier } from './presenter';
import { type DeviceCase, phoneKey, type Sale, type Supplier, searchKey } from './sale';
import type { SalesDeskView, SaleView, SupplierListView } from './schema';
import { supplierScores } from './supplier-score';

type SaleRow = NonNullable<Awaited<ReturnType<Tx['sale']['findUnique']>>>;
type CaseRow = NonNullable<Awaited<ReturnType<Tx['deviceCase']['findUnique']>>>;

function toSale(row: SaleRow): Sale {
  return { ...row, points: row.points as Sale['points'] };
}

function toCase(row: CaseRow): DeviceCase {
  return {
    ...row,
    kind: row.kind as DeviceCase['kind'],
    reason: row.reason as DeviceCase['reason'],
    result: row.result as DeviceCase['result'],
  };
}

export const locateSale = (db: Database, id: string) =>
  hallOf(db.sale.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such sale.');
export const locateCase = (db: Database, id: string) =>
  hallOf(db.deviceCase.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such case.');
export const locateSupplier = (db: Database, id: string) =>
  hallOf(db.supplier.findUnique({ where: { id }, select: { hallId: true } }), 'There is no such supplier.');

export async function findSale(tx: Tx, id: string): Promise<Sale | null> {
  const row = await tx.sale.findUnique({ where: { id } });
  return row ? toSale(row) : null;
}

export async function findCase(tx: Tx, id: string): Promise<DeviceCase | null> {
  const row = await tx.deviceCase.findUnique({ where: { id } });
  return row ? toCase(row) : null;
}

export async function findSupplier(tx: Tx, hallId: string, id: string): Promise<Supplier | null> {
  const row = await tx.supplier.findUnique({ where: { id } });
  return row?.hallId === hallId ? row : null;
}

export async function findSupplierByName(tx: Tx, hallId: string, name: string): Promise<Supplier | null> {
  return tx.supplier.findUnique({ where: { hallId_name: { hallId, name } } });
}

/** All suppliers of a hall by their names. */
export async function listSuppliers(db: Database | Tx, hallId: string): Promise<Supplier[]> {
  return db.supplier.findMany({ where: { hallId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
}

async function withAbout(db: Database | Tx, hallId: string, sales: Sale[]): Promise<SaleView[]> {
  const suppliers = await listSuppliers(db, hallId);
  const cases = await db.deviceCase.findMany({
    where: { hallId, saleId: { in: sales.map((sale) => sale.id) } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });
  const tickets = await db.ticket.findMany({
    where: { id: { in: sales.flatMap((sale) => sale.ticketId ?? []) } },
    select: { id: true, number: true },
  });
  return sales.map((sale) =>
    presentSale(sale, {
      supplierName: suppliers.find((supplier) => supplier.id === sale.supplierId)?.name ?? '',
      number: tickets.find((ticket) => ticket.id === sale.ticketId)?.number ?? null,
      cases: cases.filter((row) => row.saleId === sale.id).map(toCase),
    }),
  );
}

/** A sale as staff see it; null when this hall has none with the id. */
export async function readSale(db: Database | Tx, hallId: string, id: string): Promise<SaleView | null> {
  const row = await db.sale.findUnique({ where: { id } });
  if (row?.hallId !== hallId) return null;
  return (await withAbout(db, hallId, [toSale(row)]))[0] ?? null;
}

/**
 * Sales of a hall, the newest first. `find` looks for a serial number, a phone number, or how a model begins: each has its
 * index.
 */
export async function listSales(
  db: Database | Tx,
  hallId: string,
  page: { find?: string; after?: { soldAt: Date; id: string }; limit: number },
): Promise<SaleView[]> {
  const key = page.find === undefined ? '' : searchKey(page.find);
  const found = key
    ? [{ serial: key }, { modelKey: { startsWith: key } }, { customerPhone: phoneKey(page.find ?? '') || key }]
    : null;
  const { after } = page;
  const rows = await db.sale.findMany({
    where: {
      hallId,
      ...(after ? { soldAt: { lte: after.soldAt }, NOT: { soldAt: after.soldAt, id: { gte: after.id } } } : {}),
      ...(found ? { OR: found } : {}),
    },
    orderBy: [{ soldAt: 'desc' }, { id: 'desc' }],
    take: page.limit,
  });
  return withAbout(db, hallId, rows.map(toSale));
}

/** Sales whose device is at the repair shop now, the first taken in first. */
export async function listOpenRepairs(db: Database | Tx, hallId: string): Promise<SaleView[]> {
  const open = await db.deviceCase.findMany({
    where: { hallId, closedAt: null },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: 100,
  });
  const rows = await db.sale.findMany({ where: { id: { in: open.map((row) => row.saleId) } } });
  const views = await withAbout(db, hallId, rows.map(toSale));
  return open.flatMap((row) => views.find((sale) => sale.id === row.saleId) ?? []);
}

/** How many devices were sold since an instant, and with how many the sheet was handed over. */
export async function countSales(
  db: Database | Tx,
  hallId: string,
  since: Date,
): Promise<{ sold: number; sheets: number }> {
  const where = { hallId, soldAt: { gte: since } };
  const sold = await db.sale.count({ where });
  const sheets = await db.sale.count({ where: { ...where, sheetHandedAt: { not: null } } });
  return { sold, sheets };
}

/** The scorecard of all suppliers over the devices sold from `from` until before `to`. */
export async function readSupplierScores(
  db: Database | Tx,
  hallId: string,
  period: { from: Date; to: Date },
): Promise<SupplierListView['items']> {
  const soldAt = { gte: period.from, lt: period.to };
  const suppliers = await listSuppliers(db, hallId);
  const sales = await db.sale.findMany({ where: { hallId, soldAt }, select: { id: true, supplierId: true } });
  const cases = await db.deviceCase.findMany({
    where: { hallId, soldAt },
    select: { saleId: true, kind: true, defect: true },
  });
  const open = await db.deviceCase.groupBy({
    by: ['supplierId'],
    where: { hallId, closedAt: null },
    _count: { _all: true },
  });
  const scores = supplierScores(
    sales,
    cases.map((row) => ({ ...row, kind: row.kind as DeviceCase['kind'] })),
  );
  return suppliers.map(({ id, name, contact, active }) => {
    const score = scores.find((s) => s.supplierId === id);
    return {
      id,
      name,
      contact,
      active,
      sold: score?.sold ?? 0,
      faulty: score?.faulty ?? 0,
      repaired: score?.repaired ?? 0,
      openRepairs: open.find((row) => row.supplierId === id)?._count._all ?? 0,
      passRate: score?.passRate ?? null,
      repairRate: score?.repairRate ?? null,
    };
  });
}

/** The sales desk at a moment of the hall. */
export async function readSalesDesk(
  db: Database | Tx,
  { config, now, tickets }: { config: HallConfig; now: Date; tickets: readonly Ticket[] },
  find?: string,
): Promise<SalesDeskView> {
  const since = instantOf(serviceDay(now, config.timeZone), 0, config.timeZone);
  const suppliers = await listSuppliers(db, config.id);
  return {
    hall: { names: config.names, timeZone: config.timeZone, currency: config.currency },
    suppliers: suppliers.filter((supplier) => supplier.active).map(presentSupplier),
    customers: tickets
      .filter((ticket) => ticket.status !== 'booked' && ticket.status !== 'cancelled' && ticket.status !== 'noShow')
      .sort(
        (a, b) =>
          (b.startedAt ?? b.issuedAt).getTime() - (a.startedAt ?? a.issuedAt).getTime() || b.issueOrder - a.issueOrder,
      )
      .slice(0, 60)
      .map(({ id, number, status }) => ({ ticketId: id, number, status })),
    today: await countSales(db, config.id, since),
    sales: await listSales(db, config.id, { find, limit: 30 }),
    openRepairs: find ? [] : await listOpenRepairs(db, config.id),
  };
}

/** The scorecard of a period of service days, both included; the last 90 days where none is named. */
export async function readSupplierList(
  db: Database | Tx,
  { config, now }: { config: HallConfig; now: Date },
  period: { from?: string; to?: string } = {},
): Promise<SupplierListView> {
  const to = period.to ?? serviceDay(now, config.timeZone);
  const from = period.from ?? addDays(to, -89);
  const items = await readSupplierScores(db, config.id, {
    from: instantOf(from, 0, config.timeZone),
    to: instantOf(addDays(to, 1), 0, config.timeZone),
  });
  return { from, to, items };
}
