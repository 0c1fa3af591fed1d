import { addSupplier, openCase, recordSale } from '@/lib/sales/commands';
import { listSales, listSuppliers } from '@/lib/sales/queries';
import { AFTER_SALES_POINTS } from '@/lib/sales/sale';
import type { DemoAct } from './act';
import { pick } from './chance';

const SUPPLIERS = [
  { name: '华通终端 Huatong', contact: '021 5555 0101' },
  { name: '星河数码 Xinghe', contact: '021 5555 0202' },
  { name: '联迅科技 Lianxun', contact: '021 5555 0303' },
];

const MODELS = [
  ['Nova 14', 299900],
  ['Reno 12', 269900],
  ['Mate 70', 549900],
  ['Find X8', 429900],
  ['Y300', 139900],
] as const;

/** Devices are sold at the device counters, nearly always with the sheet; now and then one comes back. */
export const purchaseAct: DemoAct = {
  touchpoint: 'purchase',
  async seed(stage) {
    for (const supplier of SUPPLIERS) await stage.asHouse(addSupplier, { hall: stage.hallId, ...supplier });
  },
  async play(stage) {
    const seller = stage.someone('clerk9', 'clerk10', 'floor');
    const sold = stage.occasions('sale', 5);
    const back = stage.occasions('device back', 0.4);
    if (!seller || sold.length + back.length === 0) return;
    const suppliers = await listSuppliers(stage.db, stage.hallId);
    const atDevices = await stage.read((state) =>
      [...state.tickets.values()].filter(
        (ticket) =>
          ticket.status === 'serving' &&
          state.config.services.some((service) => service.id === ticket.serviceId && service.code === 'devices'),
      ),
    );
    for (const occasion of sold) {
      const supplier = suppliers[Math.floor(occasion.chance('supplier') * suppliers.length)];
      const [model, priceCents] = MODELS[Math.floor(occasion.chance('model') * MODELS.length)] ?? MODELS[0];
      if (!supplier) continue;
      const handed = occasion.chance('sheet') < 0.94;
      const ticket = atDevices[Math.floor(occasion.chance('who') * atDevices.length)];
      await stage.as(seller, recordSale, {
        hall: stage.hallId,
        supplierId: supplier.id,
        model,
        priceCents,
        serial: `86${Math.floor(occasion.chance('serial') * 1e13)}`,
        ...(ticket ? { ticketId: ticket.id } : {}),
        points: handed ? [...AFTER_SALES_POINTS] : AFTER_SALES_POINTS.slice(0, 4),
        sheetHanded: handed,
      });
    }
    for (const occasion of back) {
      const sales = await listSales(stage.db, stage.hallId, { limit: 30 });
      const sale = sales[Math.floor(occasion.chance('which') * sales.length)];
      const kind = occasion.chance('kind') < 0.7 ? 'repair' : 'exchange';
      const reason = pick(
        [
          ['battery', 3],
          ['screen', 2],
          ['system', 2],
          ['damage', 1],
        ] as const,
        occasion.chance('why'),
      );
      if (sale) await stage.as(seller, openCase, { saleId: sale.id, kind, reason });
    }
  },
};
