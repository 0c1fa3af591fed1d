import type { Tx } from '@/lib/platform/db/client';
import type { AfterSalesPoint, DeviceCase, RepairResult, Sale, Supplier } from './sale';

export async function insertSale(tx: Tx, sale: Sale): Promise<void> {
  await tx.sale.create({ data: sale });
}

export async function markSheetHanded(tx: Tx, id: string, points: AfterSalesPoint[], at: Date): Promise<void> {
  await tx.sale.update({ where: { id }, data: { points, sheetHandedAt: at } });
}

export async function markReturned(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.sale.update({ where: { id }, data: { returnedAt: at } });
}

export async function insertCase(tx: Tx, deviceCase: DeviceCase): Promise<void> {
  await tx.deviceCase.create({ data: deviceCase });
}

export async function closeCase(tx: Tx, id: string, result: RepairResult, at: Date): Promise<void> {
  await tx.deviceCase.update({ where: { id }, data: { result, closedAt: at } });
}

export async function insertSupplier(tx: Tx, supplier: Supplier): Promise<void> {
  await tx.supplier.create({ data: supplier });
}

export async function updateSupplier(
  tx: Tx,
  id: string,
  data: Partial<Pick<Supplier, 'name' | 'contact' | 'active'>>,
): Promise<void> {
  await tx.supplier.update({ where: { id }, data });
}
