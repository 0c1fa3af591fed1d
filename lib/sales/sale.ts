/** What is explained to everybody who buys a device, and stands on the sheet he takes home. */
export const AFTER_SALES_POINTS = ['warranty', 'return', 'exchange', 'proof', 'exclusions', 'contact'] as const;
export type AfterSalesPoint = (typeof AFTER_SALES_POINTS)[number];

export const CASE_KINDS = ['return', 'exchange', 'repair'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** Why a device came back. `damage` and `changedMind` are not the device's fault. */
export const CASE_REASONS = [
  'screen',
  'battery',
  'signal',
  'system',
  'sound',
  'damage',
  'changedMind',
  'other',
] as const;
export type CaseReason = (typeof CASE_REASONS)[number];

export const REPAIR_RESULTS = ['repaired', 'replaced', 'notRepairable'] as const;
export type RepairResult = (typeof REPAIR_RESULTS)[number];

export interface Sale {
  id: string;
  hallId: string;
  soldAt: Date;
  serviceDay: string;
  supplierId: string;
  model: string;
  modelKey: string;
  priceCents: number | null;
  serial: string | null;
  customerName: string | null;
  customerPhone: string | null;
  ticketId: string | null;
  visitId: string | null;
  sellerRef: string;
  sellerName: string | null;
  points: AfterSalesPoint[];
  sheetHandedAt: Date | null;
  returnedAt: Date | null;
}

export interface Supplier {
  id: string;
  hallId: string;
  name: string;
  contact: string | null;
  active: boolean;
  createdAt: Date;
}

/** A device that came back. */
export interface DeviceCase {
  id: string;
  hallId: string;
  saleId: string;
  supplierId: string;
  soldAt: Date;
  kind: CaseKind;
  reason: CaseReason;
  defect: boolean;
  note: string | null;
  openedAt: Date;
  byRef: string;
  byName: string | null;
  closedAt: Date | null;
  result: RepairResult | null;
}

/** The device was at fault. */
export function isDefect(reason: CaseReason): boolean {
  return reason !== 'damage' && reason !== 'changedMind';
}

/** Every point was explained: only then is the sheet complete. */
export function isExplained(points: readonly string[]): boolean {
  return AFTER_SALES_POINTS.every((point) => points.includes(point));
}

/** How a model or a serial number is looked for: "Mate 60 Pro" is "mate60pro". */
export function searchKey(text: string): string {
  return text.toLowerCase().replaceAll(/[\s\-_./]+/g, '');
}

/** Only the digits of a phone number, so that 139 0000 0000 is found as 13900000000. */
export function phoneKey(phone: string): string {
  return phone.replaceAll(/[^\d+]/g, '');
}
