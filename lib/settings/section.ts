import type { Permission } from '@/lib/staff/policy';

/** The parts of a hall's settings, in the order of its set-up: `/manage/{hall}/settings/{key}`. */
export const SECTIONS = [
  { key: 'hall', read: 'settings.read', write: 'settings.write' },
  { key: 'hours', read: 'settings.read', write: 'settings.write' },
  { key: 'limits', read: 'settings.read', write: 'settings.write' },
  { key: 'zones', read: 'settings.read', write: 'settings.write' },
  { key: 'services', read: 'settings.read', write: 'settings.write' },
  { key: 'bookings', read: 'settings.read', write: 'settings.write' },
  { key: 'counters', read: 'settings.read', write: 'settings.write' },
  { key: 'classes', read: 'settings.read', write: 'settings.write' },
  { key: 'needs', read: 'settings.read', write: 'settings.write' },
  { key: 'outcomes', read: 'settings.read', write: 'settings.write' },
  { key: 'suggestions', read: 'settings.read', write: 'settings.write' },
  { key: 'complaints', read: 'settings.read', write: 'settings.write' },
  { key: 'staff', read: 'staff.manage', write: 'staff.manage' },
  { key: 'keys', read: 'key.manage', write: 'key.manage' },
  { key: 'screens', read: 'screen.manage', write: 'screen.manage' },
  { key: 'webhooks', read: 'webhook.manage', write: 'webhook.manage' },
  { key: 'printers', read: 'printer.manage', write: 'printer.manage' },
  { key: 'audit', read: 'audit.read', write: 'audit.read' },
] as const satisfies readonly { key: string; read: Permission; write: Permission }[];

export type Section = (typeof SECTIONS)[number];
export type SectionKey = Section['key'];

/** The sections that are lists of entries of the same form. */
export const LIST_FORMS = {
  zones: 'zone',
  services: 'service',
  counters: 'counter',
  classes: 'class',
  needs: 'need',
  outcomes: 'outcome',
  suggestions: 'suggestion',
} as const;
export type ListKey = keyof typeof LIST_FORMS;

export function sectionOf(key: string): Section | null {
  return SECTIONS.find((section) => section.key === key) ?? null;
}

export function isListKey(key: string): key is ListKey {
  return Object.hasOwn(LIST_FORMS, key);
}

/** Where a section, or an entry of it, is. `entry` "new" is the form of a new one. */
export function settingsPath(hall: string, section?: SectionKey, entry?: string): string {
  const parts = ['manage', hall, 'settings', section, entry].filter((part) => part !== undefined);
  return `/${parts.map(encodeURIComponent).join('/')}`;
}
