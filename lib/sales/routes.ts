import { z } from 'zod';
import { page, pageOf, pageQuery } from '@/lib/api/page';
import { readHall } from '@/lib/api/read-hall';
import { defineRoute } from '@/lib/api/route';
import { success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { idSchema } from '@/lib/tickets/schema';
import { addSupplier, changeSupplier, closeRepair, handSheet, openCase, recordSale } from './commands';
import { listSales, readSalesDesk, readSupplierList } from './queries';
import {
  changeSupplierBody,
  closeRepairBody,
  openCaseBody,
  recordSaleBody,
  saleCursor,
  saleCursorSchema,
  saleSchema,
  salesDeskSchema,
  supplierBody,
  supplierListSchema,
  supplierSchema,
} from './schema';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
const saleParams = z.object({ sale: idSchema });
const find = z.string().trim().min(1).max(100).optional().describe('Serial number, phone, or how the model begins.');
const dateSchema = z.iso.date().refine((day) => day >= '2000' && day < '2100', 'between the years 2000 and 2100');

export const saleRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/sales',
    tag: 'sales',
    summary: 'Devices sold, newest first',
    who: ['sale.read'],
    params: hallParams,
    query: pageQuery.extend({ find, after: saleCursorSchema.optional() }),
    answer: pageOf(saleSchema),
    async run(call) {
      const { query, house } = call;
      const hallId = await readHall(call, call.params.hall, 'sale.read', ({ state }) => state.config.id);
      if (!hallId.ok) return hallId;
      const rows = await listSales(house.db, hallId.value, {
        find: query.find,
        after: query.after,
        limit: query.limit + 1,
      });
      return success(page(rows, query.limit, saleCursor));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/sales-desk',
    tag: 'sales',
    summary: 'What the sales desk shows: suppliers, customers in the hall, newest sales, open repairs',
    who: ['sale.read'],
    params: hallParams,
    query: z.object({ find }),
    answer: salesDeskSchema,
    async run(call) {
      const moment = await readHall(call, call.params.hall, 'sale.read', ({ state, now }) => ({
        config: state.config,
        now,
        tickets: [...state.tickets.values()],
      }));
      return moment.ok ? success(await readSalesDesk(call.house.db, moment.value, call.query.find)) : moment;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/sales',
    tag: 'sales',
    summary: 'Record a sale',
    who: ['sale.record'],
    params: hallParams,
    body: recordSaleBody,
    status: 201,
    answer: saleSchema,
    run: ({ house, caller, params, body }) => execute(house, caller, recordSale, { hall: params.hall, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/sales/{sale}/sheet',
    tag: 'sales',
    summary: 'The after-sales sheet was handed over, every point explained',
    who: ['sale.record'],
    params: saleParams,
    answer: saleSchema,
    run: ({ house, caller, params }) => execute(house, caller, handSheet, { saleId: params.sale }),
  }),
  defineRoute({
    method: 'post',
    path: '/sales/{sale}/cases',
    tag: 'sales',
    summary: 'The device came back: return, exchange or repair',
    who: ['sale.record'],
    params: saleParams,
    body: openCaseBody,
    status: 201,
    answer: saleSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params, body }) => execute(house, caller, openCase, { saleId: params.sale, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/repairs/{repair}/close',
    tag: 'sales',
    summary: 'What became of a repair',
    who: ['sale.record'],
    params: z.object({ repair: idSchema }),
    body: closeRepairBody,
    answer: saleSchema,
    refusals: ['wrong-state'],
    run: ({ house, caller, params, body }) => execute(house, caller, closeRepair, { caseId: params.repair, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/suppliers',
    tag: 'sales',
    summary: 'Suppliers with pass rate and repair rate',
    description: 'Of the devices sold from `from` to `to` (service days, both included); left out: the last 90 days.',
    who: ['supplier.read'],
    params: hallParams,
    query: z.object({ from: dateSchema.optional(), to: dateSchema.optional() }),
    answer: supplierListSchema,
    async run(call) {
      const moment = await readHall(call, call.params.hall, 'supplier.read', ({ state, now }) => ({
        config: state.config,
        now,
      }));
      return moment.ok ? success(await readSupplierList(call.house.db, moment.value, call.query)) : moment;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/suppliers',
    tag: 'sales',
    summary: 'Add a supplier',
    who: ['supplier.manage'],
    params: hallParams,
    body: supplierBody,
    status: 201,
    answer: supplierSchema,
    refusals: ['already-exists'],
    run: ({ house, caller, params, body }) => execute(house, caller, addSupplier, { hall: params.hall, ...body }),
  }),
  defineRoute({
    method: 'patch',
    path: '/suppliers/{supplier}',
    tag: 'sales',
    summary: 'Change a supplier',
    who: ['supplier.manage'],
    params: z.object({ supplier: idSchema }),
    body: changeSupplierBody,
    answer: supplierSchema,
    refusals: ['already-exists'],
    run: ({ house, caller, params, body }) =>
      execute(house, caller, changeSupplier, { supplierId: params.supplier, change: body }),
  }),
];
