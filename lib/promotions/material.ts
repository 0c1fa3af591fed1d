import type { Localized } from '@/lib/core/localized';
import { addDays, instantOf } from '@/lib/halls/service-day';

export const MATERIAL_KINDS = ['banner', 'poster', 'leaflet', 'tableSign', 'xStand', 'screen', 'other'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

export const MATERIAL_CONDITIONS = ['good', 'worn', 'damaged'] as const;
export type MaterialCondition = (typeof MATERIAL_CONDITIONS)[number];

/** `planned`: not valid yet; `expiring`: its end is near; `expired`: it stands although its last day is over. */
export const MATERIAL_STATES = ['expired', 'expiring', 'valid', 'planned', 'removed'] as const;
export type MaterialState = (typeof MATERIAL_STATES)[number];

/** The last day of what has no end: sorts behind every other. */
export const NO_END = '9999-12-31';

/** A piece (or pile) of promotion material in a hall. Days are service days of the hall. */
export interface Material {
  id: string;
  hallId: string;
  kind: MaterialKind;
  titles: Localized;
  zoneId: string | null;
  place: string;
  quantity: number;
  condition: MaterialCondition;
  validFrom: string;
  validUntil: string;
  warnDays: number;
  standing: boolean;
  checkedAt: Date | null;
  checkedBy: string | null;
  removedAt: Date | null;
  removedBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

type Validity = Pick<Material, 'validFrom' | 'validUntil' | 'warnDays' | 'standing'>;

export function materialState(material: Validity, today: string): MaterialState {
  if (!material.standing) return 'removed';
  if (material.validUntil < today) return 'expired';
  if (material.validFrom > today) return 'planned';
  return warnDay(material) <= today ? 'expiring' : 'valid';
}

/** The first day of the warning. */
function warnDay({ validUntil, warnDays }: Pick<Material, 'validUntil' | 'warnDays'>): string {
  return validUntil === NO_END ? NO_END : addDays(validUntil, -warnDays);
}

/** Days until the last one: 0 on the last day, negative afterwards; null without end. */
export function daysLeft({ validUntil }: Pick<Material, 'validUntil'>, today: string): number | null {
  if (validUntil === NO_END) return null;
  return Math.round((Date.parse(`${validUntil}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

/** When the warning begins and when the last day is over; null where it never does. */
export function materialTimes(
  material: Pick<Material, 'validUntil' | 'warnDays' | 'standing'>,
  timeZone: string,
): { expiringAt: Date; expiredAt: Date } | null {
  if (!material.standing || material.validUntil === NO_END) return null;
  return {
    expiringAt: instantOf(warnDay(material), 0, timeZone),
    expiredAt: instantOf(addDays(material.validUntil, 1), 0, timeZone),
  };
}

/** What stands in the hall on a day, and how much of it should not. Planned material does not stand yet. */
export interface MaterialCount {
  standing: number;
  expired: number;
}

export function countMaterial(materials: readonly Validity[], today: string): MaterialCount {
  const states = materials.map((material) => materialState(material, today));
  return {
    standing: states.filter((state) => state === 'valid' || state === 'expiring' || state === 'expired').length,
    expired: states.filter((state) => state === 'expired').length,
  };
}

export interface MaterialPage {
  after?: { validUntil: string; id: string };
  limit: number;
}

/** What stands, the most urgent first: what ended earliest, then what ends next. */
export function pageOfStanding(
  standing: readonly Material[],
  today: string,
  filter: { states?: readonly MaterialState[]; worn?: boolean },
  { after, limit }: MaterialPage,
): Material[] {
  return standing
    .filter((material) => !filter.states || filter.states.includes(materialState(material, today)))
    .filter((material) => !filter.worn || material.condition !== 'good')
    .filter(
      ({ validUntil, id }) =>
        !after || validUntil > after.validUntil || (validUntil === after.validUntil && id > after.id),
    )
    .slice(0, limit);
}
