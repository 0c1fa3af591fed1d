import { type JourneyEvent, standard, type TouchpointDefinition } from './touchpoint';

interface Trade {
  sold: number;
  /** Sales whose sheet was handed over, by their id. */
  sheets: Set<string>;
  sales: Set<string>;
  faulty: number;
  repairs: number;
}

const begin = (): Trade => ({ sold: 0, sheets: new Set(), sales: new Set(), faulty: 0, repairs: 0 });

function take(trade: Trade, { kind, payload }: JourneyEvent): void {
  const sale = typeof payload.saleId === 'string' ? payload.saleId : '';
  if (kind === 'sale.recorded') {
    trade.sold += 1;
    trade.sales.add(sale);
    if (payload.sheetHanded === true) trade.sheets.add(sale);
  }
  // A sheet that follows a sale of another day does not change that day.
  if (kind === 'sale.sheetHanded' && trade.sales.has(sale)) trade.sheets.add(sale);
  if (kind === 'sale.returned' && payload.defect === true) trade.faulty += 1;
  if (kind === 'repair.opened') trade.repairs += 1;
}

/** Buy a device: expert help and clear after-sales terms. */
export const purchase = {
  key: 'purchase',
  peak: false,
  events: ['sale.recorded', 'sale.sheetHanded', 'sale.returned', 'repair.opened', 'repair.closed', 'supplier.saved'],
  moves: ['sale.recorded'],
  standards: [
    standard<Trade>({
      code: 'afterSalesSheet',
      unit: 'share',
      goal: { atLeast: 1 },
      begin,
      take,
      measure: ({ sheets, sold }) => ({ sum: sheets.size, count: sold }),
    }),
    // What came back faulty is taken off the day on which it came back: over a month the figures are exact.
    standard<Trade>({
      code: 'passRate',
      unit: 'share',
      goal: { atLeast: 0.98 },
      begin,
      take,
      measure: ({ sold, faulty }) => ({ sum: sold - faulty, count: sold }),
    }),
    standard<Trade>({
      code: 'repairRate',
      unit: 'share',
      goal: { atMost: 0.05 },
      begin,
      take,
      measure: ({ sold, repairs }) => ({ sum: repairs, count: sold }),
    }),
  ],
} as const satisfies TouchpointDefinition;
