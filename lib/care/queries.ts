import type { Tx } from '@/lib/platform/db/client';
import type { CareAction, CareVisit } from './care-visit';

type CareRow = NonNullable<Awaited<ReturnType<Tx['careVisit']['findUnique']>>>;

export function toCareVisit({ summarised: _summarised, ...row }: CareRow): CareVisit {
  return { ...row, state: row.state as CareVisit['state'], action: row.action as CareAction | null };
}
