import { readState } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { readSale, readSalesDesk, readSupplierList } from './queries';
import type { SalesDeskView, SaleView, SupplierListView } from './schema';

/** The sales desk of a hall as a page is first rendered with; the caller has checked who asks. */
export async function loadSalesDesk(house: House, hallId: string): Promise<SalesDeskView> {
  const now = house.clock.now();
  const moment = await readState(house, hallId, ({ config, tickets }) => ({
    config,
    now,
    tickets: [...tickets.values()],
  }));
  if (!moment) throw new Error(`There is no hall ${hallId}.`);
  return readSalesDesk(house.db, moment);
}

/** What the after-sales sheet of a sale says; null when this hall has no such sale. */
export async function loadSheet(house: House, hallId: string, saleId: string) {
  const config = await readState(house, hallId, (state) => state.config);
  const sale: SaleView | null = await readSale(house.db, hallId, saleId);
  if (!config || !sale) return null;
  const { names, address, hotlineNumber, timeZone, currency } = config;
  return { sale, hall: { names, address, hotlineNumber, timeZone, currency } };
}

/** The scorecard of suppliers for a period of service days. */
export async function loadSuppliers(
  house: House,
  hallId: string,
  period: { from?: string; to?: string },
): Promise<SupplierListView> {
  const config = await readState(house, hallId, (state) => state.config);
  if (!config) throw new Error(`There is no hall ${hallId}.`);
  return readSupplierList(house.db, { config, now: house.clock.now() }, period);
}
