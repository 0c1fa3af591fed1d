import type { Locale } from '@/lib/core/locale';
import { formatSpan } from '@/lib/i18n/format-range';
import { localName } from '@/lib/i18n/local-name';
import { secondsText } from '@/lib/settings/clock-text';

export interface AuditWords {
  locale: Locale;
  yes: string;
  no: string;
  nothing: string;
  closed: string;
  /** Name of a service or zone by its id; null for what is no id. */
  nameOf(id: string): string | null;
  roleOf(name: string): string;
}

/** A stored value in words: names in the reader's language, hours as spans, lists with commas. */
export function auditText(value: unknown, field: string, words: AuditWords): string {
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number' && field.endsWith('Seconds')) return secondsText(value);
  if (typeof value === 'string' && field === 'role') return words.roleOf(value);
  if (typeof value === 'string') return words.nameOf(value) ?? value;
  if (Array.isArray(value)) {
    if (value.length === 0) return words.nothing;
    return value
      .map((one) => (Array.isArray(one) && one.length === 0 ? words.closed : auditText(one, field, words)))
      .join(value.some(Array.isArray) ? ' | ' : ', ');
  }
  if (typeof value !== 'object') return String(value);
  const entry = value as Record<string, unknown>;
  if (typeof entry.opens === 'string') return formatSpan({ opens: entry.opens, closes: String(entry.closes) });
  if (typeof entry.role === 'string') return words.roleOf(entry.role);
  if (typeof entry.names === 'object' && entry.names !== null) return auditText(entry.names, field, words);
  if ('zh-CN' in entry) return localName(entry as Record<string, string>, words.locale) || words.nothing;
  return Object.values(entry)
    .map((one) => auditText(one, field, words))
    .join(', ');
}
