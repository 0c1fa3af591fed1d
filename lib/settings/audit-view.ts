import type { LocalizedText } from '@/lib/core/localized';
import type { ChangedValue } from './audit-change';

/** One entry of the list of changes, as people read it. */
export interface AuditView {
  id: string;
  at: Date;
  /** Name of who did it; null for the house itself and for names that are gone. */
  who: string | null;
  actorRef: string;
  action: string;
  /** Name of what was changed, where it still has one. */
  subject: string | LocalizedText | null;
  changes: ChangedValue[];
}
