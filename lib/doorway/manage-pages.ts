import type { Actor } from '@/lib/staff/actor';
import { type Permission, permits } from '@/lib/staff/policy';

/**
 * The manager's pages of a hall, in the order of the navigation: what is now, how it went, what is kept, how it is set
 * up. Below `/{area}/{hall}/`; names are in the message files under `manage.pages.<key>`.
 */
export const MANAGE_PAGES = [
  { key: 'live', area: 'manage', permission: 'live.read' },
  { key: 'journey', area: 'manage', permission: 'journey.read' },
  { key: 'scorecard', area: 'manage', permission: 'journey.read' },
  { key: 'reports', area: 'manage', permission: 'report.read' },
  { key: 'staffing', area: 'manage', permission: 'staffing.read' },
  { key: 'material', area: 'manage', permission: 'material.read' },
  { key: 'campaigns', area: 'manage', permission: 'campaign.read' },
  { key: 'weak-points', area: 'manage', permission: 'weakPoint.read' },
  { key: 'records', area: 'manage', permission: 'record.read' },
  { key: 'knowledge', area: 'manage', permission: 'knowledge.write' },
  { key: 'unaccepted', area: 'manage', permission: 'unaccepted.register' },
  { key: 'rounds', area: 'manage', permission: 'report.read' },
  { key: 'suppliers', area: 'manage', permission: 'supplier.read' },
  { key: 'screens', area: 'manage', permission: 'screen.oversee' },
  { key: 'settings', area: 'manage', permission: 'settings.read' },
] as const satisfies readonly { key: string; area: 'desk' | 'manage'; permission: Permission }[];

export type ManagePage = (typeof MANAGE_PAGES)[number];
export type ManagePageKey = ManagePage['key'];

/** The pages that this person may open in a hall. */
export function managePagesOf(actor: Actor, hallId: string): ManagePage[] {
  return MANAGE_PAGES.filter(({ permission }) => permits(actor, permission, hallId));
}

/** Where a page of a hall is, by the hall's slug: `/manage/demo/live`. */
export function managePagePath({ area, key }: ManagePage, hall: string): string {
  return `/${area}/${encodeURIComponent(hall)}/${key}`;
}
