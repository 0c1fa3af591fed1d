import type { Tx } from '@/lib/platform/db/client';
import type { Material, MaterialCondition } from './material';

export async function insertMaterial(tx: Tx, material: Material): Promise<void> {
  await tx.promotionMaterial.create({ data: material });
}

export async function updateMaterial(tx: Tx, { id, hallId: _hall, ...data }: Material): Promise<void> {
  await tx.promotionMaterial.update({ where: { id }, data });
}

export async function insertCheck(
  tx: Tx,
  check: {
    id: string;
    hallId: string;
    materialId: string;
    at: Date;
    byRef: string;
    byName: string | null;
    condition: MaterialCondition;
    quantity: number;
    note: string | null;
  },
): Promise<void> {
  await tx.materialCheck.create({ data: check });
}
