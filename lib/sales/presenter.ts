import type { DeviceCase, Sale, Supplier } from './sale';
import type { CaseView, SaleView, SupplierView } from './schema';

export function presentSupplier({ id, name, contact, active }: Supplier): SupplierView {
  return { id, name, contact, active };
}

export function presentCase(deviceCase: DeviceCase): CaseView {
  const { id, saleId, kind, reason, defect, note, byName, result } = deviceCase;
  return {
    id,
    saleId,
    kind,
    reason,
    defect,
    note,
    openedAt: deviceCase.openedAt.toISOString(),
    by: byName,
    closedAt: deviceCase.closedAt?.toISOString() ?? null,
    result,
  };
}

/** For staff who sell: with the customer's name and phone. */
export function presentSale(
  sale: Sale,
  about: { supplierName: string; number: string | null; cases: readonly DeviceCase[] },
): SaleView {
  return {
    id: sale.id,
    soldAt: sale.soldAt.toISOString(),
    model: sale.model,
    supplier: { id: sale.supplierId, name: about.supplierName },
    priceCents: sale.priceCents,
    serial: sale.serial?.toUpperCase() ?? null,
    customer: sale.customerName || sale.customerPhone ? { name: sale.customerName, phone: sale.customerPhone } : null,
    number: about.number,
    seller: sale.sellerName,
    points: sale.points,
    sheetHandedAt: sale.sheetHandedAt?.toISOString() ?? null,
    returnedAt: sale.returnedAt?.toISOString() ?? null,
    cases: about.cases.map(presentCase),
  };
}
