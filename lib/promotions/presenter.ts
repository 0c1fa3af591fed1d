import type { HallConfig } from '@/lib/halls/hall-config';
import { daysLeft, type Material, materialState, NO_END } from './material';
import type { MaterialList, MaterialView } from './schema';

/** For staff of the hall. */
export function presentMaterial(config: HallConfig, material: Material, today: string): MaterialView {
  const zone = config.zones.find(({ id }) => id === material.zoneId);
  return {
    id: material.id,
    kind: material.kind,
    titles: material.titles,
    zone: zone ? { id: zone.id, names: zone.names } : null,
    place: material.place,
    quantity: material.quantity,
    condition: material.condition,
    validFrom: material.validFrom,
    validUntil: material.validUntil === NO_END ? null : material.validUntil,
    warnDays: material.warnDays,
    state: materialState(material, today),
    daysLeft: daysLeft(material, today),
    checkedAt: material.checkedAt?.toISOString() ?? null,
    checkedBy: material.checkedBy,
    removedAt: material.removedAt?.toISOString() ?? null,
    removedBy: material.removedBy,
  };
}

type Counted = Pick<Material, 'validFrom' | 'validUntil' | 'warnDays' | 'standing' | 'condition'>;

/** The chips above the list. `worn`: what stands and is not in good condition. */
export function presentCounts(standing: readonly Counted[], today: string): MaterialList['counts'] {
  const counts = { expired: 0, expiring: 0, valid: 0, planned: 0, worn: 0 };
  for (const material of standing) {
    const state = materialState(material, today);
    if (state !== 'removed') counts[state] += 1;
    if (material.condition !== 'good') counts.worn += 1;
  }
  return counts;
}
