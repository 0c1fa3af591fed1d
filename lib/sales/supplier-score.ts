import type { CaseKind } from './sale';

/** What a supplier's devices did: of those sold in a period, whenever they came back. */
export interface SupplierScore {
  supplierId: string;
  sold: number;
  /** Devices that came back faulty and were returned or exchanged. */
  faulty: number;
  /** Devices that were repaired at least once. */
  repaired: number;
  /** Share that did not come back faulty; null where nothing was sold. */
  passRate: number | null;
  repairRate: number | null;
}

/** Pass rate and repair rate of each supplier. A device counts once, however often it came back. */
export function supplierScores(
  sales: readonly { id: string; supplierId: string }[],
  cases: readonly { saleId: string; kind: CaseKind; defect: boolean }[],
): SupplierScore[] {
  const faulty = new Set(cases.filter((c) => c.kind !== 'repair' && c.defect).map((c) => c.saleId));
  const repaired = new Set(cases.filter((c) => c.kind === 'repair').map((c) => c.saleId));
  const scores = new Map<string, SupplierScore>();
  for (const { id, supplierId } of sales) {
    const score = scores.get(supplierId) ?? {
      supplierId,
      sold: 0,
      faulty: 0,
      repaired: 0,
      passRate: null,
      repairRate: null,
    };
    score.sold += 1;
    score.faulty += Number(faulty.has(id));
    score.repaired += Number(repaired.has(id));
    score.passRate = (score.sold - score.faulty) / score.sold;
    score.repairRate = score.repaired / score.sold;
    scores.set(supplierId, score);
  }
  return [...scores.values()];
}
