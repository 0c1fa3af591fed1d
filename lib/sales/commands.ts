import { z } from 'zod';
import { fail, type Result, success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { actorName } from '@/lib/staff/actor';
import { idSchema } from '@/lib/tickets/schema';
import { findTicket } from '@/lib/tickets/steps';
import { presentSupplier } from './presenter';
import {
  findCase,
  findSale,
  findSupplier,
  findSupplierByName,
  locateCase,
  locateSale,
  locateSupplier,
  readSale,
} from './queries';
import {
  closeCase,
  insertCase,
  insertSale,
  insertSupplier,
  markReturned,
  markSheetHanded,
  updateSupplier,
} from './repository';
import { AFTER_SALES_POINTS, type DeviceCase, isDefect, isExplained, phoneKey, type Sale, searchKey } from './sale';
import {
  changeSupplierBody,
  closeRepairBody,
  openCaseBody,
  recordSaleBody,
  type SaleView,
  supplierBody,
} from './schema';

async function present(work: Work, saleId: string): Promise<Result<SaleView>> {
  const view = await readSale(work.tx, work.hallId, saleId);
  return view ? success(view) : fail('not-found');
}

/** What events say of a sale: never who bought it. */
function about(sale: Sale) {
  return { saleId: sale.id, supplierId: sale.supplierId };
}

/** A device was sold. */
export const recordSale = queueCommand({
  name: 'sale.record',
  input: recordSaleBody.extend({ hall: idSchema }),
  permission: 'sale.record',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, input) {
    const supplier = await findSupplier(work.tx, work.hallId, input.supplierId);
    if (!supplier?.active)
      return fail('invalid-input', { errors: [{ path: 'supplierId', message: 'no such supplier in this hall' }] });
    if (input.sheetHanded && !isExplained(input.points))
      return fail('invalid-input', {
        errors: [{ path: 'points', message: 'explain every point before the sheet is handed over' }],
      });
    const ticket = input.ticketId === undefined ? null : await findTicket(work, input.ticketId);
    if (ticket && !ticket.ok)
      return fail('invalid-input', { errors: [{ path: 'ticketId', message: 'no such ticket in this hall' }] });
    const sale: Sale = {
      id: work.newId(),
      hallId: work.hallId,
      soldAt: work.now,
      serviceDay: work.serviceDay,
      supplierId: supplier.id,
      model: input.model,
      modelKey: searchKey(input.model),
      priceCents: input.priceCents ?? null,
      serial: input.serial ? searchKey(input.serial) || null : null,
      customerName: input.customer?.name ?? null,
      customerPhone: input.customer?.phone ? phoneKey(input.customer.phone) : null,
      ticketId: ticket?.value.id ?? null,
      visitId: ticket?.value.visitId ?? null,
      sellerRef: work.by,
      sellerName: actorName(work.actor),
      points: input.points,
      sheetHandedAt: input.sheetHanded ? work.now : null,
      returnedAt: null,
    };
    await insertSale(work.tx, sale);
    work.record({
      kind: 'sale.recorded',
      visitId: sale.visitId,
      ticketId: sale.ticketId,
      payload: { ...about(sale), sheetHanded: input.sheetHanded, points: sale.points.length },
    });
    return present(work, sale.id);
  },
});

/** The sheet is handed over, with every point explained. */
export const handSheet = queueCommand({
  name: 'sale.handSheet',
  input: z.strictObject({ saleId: idSchema }),
  permission: 'sale.record',
  locate: ({ db }, { saleId }) => locateSale(db, saleId),
  async run(work, { saleId }) {
    const sale = await findSale(work.tx, saleId);
    if (!sale) return fail('not-found');
    if (sale.sheetHandedAt) return present(work, saleId);
    await markSheetHanded(work.tx, saleId, [...AFTER_SALES_POINTS], work.now);
    work.record({
      kind: 'sale.sheetHanded',
      visitId: sale.visitId,
      ticketId: sale.ticketId,
      payload: { ...about(sale), sameDay: sale.serviceDay === work.serviceDay },
    });
    return present(work, saleId);
  },
});

/** The device came back: for the money, for another one, or for repair. A repair stays open until it has a result. */
export const openCase = queueCommand({
  name: 'sale.openCase',
  input: openCaseBody.extend({ saleId: idSchema }),
  permission: 'sale.record',
  locate: ({ db }, { saleId }) => locateSale(db, saleId),
  async run(work, { saleId, kind, reason, note }) {
    const sale = await findSale(work.tx, saleId);
    if (!sale) return fail('not-found');
    if (sale.returnedAt) return fail('wrong-state', { detail: 'This device was returned.', currentState: 'returned' });
    const known = await readSale(work.tx, work.hallId, saleId);
    if (known?.cases.some((c) => c.closedAt === null))
      return fail('wrong-state', { detail: 'This device is being repaired.', currentState: 'repair' });
    const deviceCase: DeviceCase = {
      id: work.newId(),
      hallId: work.hallId,
      saleId,
      supplierId: sale.supplierId,
      soldAt: sale.soldAt,
      kind,
      reason,
      defect: isDefect(reason),
      note: note || null,
      openedAt: work.now,
      byRef: work.by,
      byName: actorName(work.actor),
      closedAt: kind === 'repair' ? null : work.now,
      result: null,
    };
    await insertCase(work.tx, deviceCase);
    if (kind === 'return') await markReturned(work.tx, saleId, work.now);
    work.record({
      kind: kind === 'repair' ? 'repair.opened' : 'sale.returned',
      payload: { ...about(sale), caseId: deviceCase.id, kind, reason, defect: deviceCase.defect },
    });
    return present(work, saleId);
  },
});

export const closeRepair = queueCommand({
  name: 'repair.close',
  input: closeRepairBody.extend({ caseId: idSchema }),
  permission: 'sale.record',
  locate: ({ db }, { caseId }) => locateCase(db, caseId),
  async run(work, { caseId, result }) {
    const found = await findCase(work.tx, caseId);
    if (!found) return fail('not-found');
    if (found.closedAt) return fail('wrong-state', { detail: 'This repair is closed.', currentState: 'closed' });
    await closeCase(work.tx, caseId, result, work.now);
    work.record({
      kind: 'repair.closed',
      payload: {
        saleId: found.saleId,
        supplierId: found.supplierId,
        caseId,
        result,
        days: Math.floor((work.now.getTime() - found.openedAt.getTime()) / 86_400_000),
      },
    });
    return present(work, found.saleId);
  },
});

export const addSupplier = queueCommand({
  name: 'supplier.add',
  input: supplierBody.extend({ hall: idSchema }),
  permission: 'supplier.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { name, contact }) {
    if (await findSupplierByName(work.tx, work.hallId, name))
      return fail('already-exists', { errors: [{ path: 'name', message: 'another supplier has this name' }] });
    const supplier = {
      id: work.newId(),
      hallId: work.hallId,
      name,
      contact: contact || null,
      active: true,
      createdAt: work.now,
    };
    await insertSupplier(work.tx, supplier);
    work.record({ kind: 'supplier.saved', payload: { supplierId: supplier.id, active: true } });
    return success(presentSupplier(supplier));
  },
});

/** Another name or contact; `active` false takes the supplier off the list that sellers choose from. */
export const changeSupplier = queueCommand({
  name: 'supplier.change',
  input: z.strictObject({ supplierId: idSchema, change: changeSupplierBody }),
  permission: 'supplier.manage',
  locate: ({ db }, { supplierId }) => locateSupplier(db, supplierId),
  async run(work, { supplierId, change }) {
    const supplier = await findSupplier(work.tx, work.hallId, supplierId);
    if (!supplier) return fail('not-found');
    const other = change.name === undefined ? null : await findSupplierByName(work.tx, work.hallId, change.name);
    if (other && other.id !== supplierId)
      return fail('already-exists', { errors: [{ path: 'name', message: 'another supplier has this name' }] });
    await updateSupplier(work.tx, supplierId, change);
    const saved = { ...supplier, ...change };
    work.record({ kind: 'supplier.saved', payload: { supplierId, active: saved.active } });
    return success(presentSupplier(saved));
  },
});
