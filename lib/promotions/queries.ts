import type { Localized } from '@/lib/core/localized';
import type { Result } from '@/lib/core/result';
import { hallOf } from '@/lib/door/locate';
import type { Database, Tx } from '@/lib/platform/db/client';
import type { Material, MaterialCondition, MaterialKind, MaterialPage } from './material';
import type { MaterialWithChecks } from './schema';

type MaterialRow = NonNullable<Awaited<ReturnType<Tx['promotionMaterial']['findUnique']>>>;

export function toMaterial(row: MaterialRow): Material {
  return {
    ...row,
    kind: row.kind as MaterialKind,
    condition: row.condition as MaterialCondition,
    titles: row.titles as Localized,
  };
}

export function locateMaterial(db: Database, id: string): Promise<Result<string>> {
  return hallOf(
    db.promotionMaterial.findUnique({ where: { id }, select: { hallId: true } }),
    'There is no such material.',
  );
}

export async function findMaterial(db: Database | Tx, id: string): Promise<Material | null> {
  const row = await db.promotionMaterial.findUnique({ where: { id } });
  return row ? toMaterial(row) : null;
}

/** Checks shown with a piece of material; older ones stay in the database. */
const CHECKS = 50;

export async function listChecks(db: Database, materialId: string): Promise<MaterialWithChecks['checks']> {
  const rows = await db.materialCheck.findMany({
    where: { materialId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: CHECKS,
  });
  return rows.map(({ id, at, byName, condition, quantity, note }) => ({
    id,
    at: at.toISOString(),
    by: byName,
    condition: condition as MaterialCondition,
    quantity,
    note,
  }));
}

/** All that stands or is planned in a hall: as much as a hall has now, whatever it had. */
export async function listStanding(db: Database | Tx, hallId: string): Promise<Material[]> {
  const rows = await db.promotionMaterial.findMany({
    where: { hallId, standing: true },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toMaterial);
}

/** What was taken down, what was valid longest first. */
export async function listRemoved(db: Database, hallId: string, { after, limit }: MaterialPage): Promise<Material[]> {
  const rows = await db.promotionMaterial.findMany({
    where: {
      hallId,
      standing: false,
      ...(after
        ? {
            OR: [{ validUntil: { lt: after.validUntil } }, { validUntil: after.validUntil, id: { lt: after.id } }],
          }
        : {}),
    },
    orderBy: [{ validUntil: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toMaterial);
}
