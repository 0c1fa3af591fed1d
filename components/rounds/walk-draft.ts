/** What was ticked at one item so far. */
export interface WalkAnswer {
  ok: boolean;
  note: string;
  photoIds: string[];
  ownerRef: string;
  /** In how many minutes it must be right. */
  dueMinutes: number;
}

export type WalkDraft = Record<string, WalkAnswer>;

const place = (templateId: string) => `round ${templateId}`;

/** A walk takes ten minutes, and a phone forgets a page that was left for a call: what was ticked is kept in the tab. */
export function loadDraft(templateId: string): WalkDraft {
  try {
    return JSON.parse(sessionStorage.getItem(place(templateId)) ?? '{}') as WalkDraft;
  } catch {
    return {};
  }
}

export function keepDraft(templateId: string, draft: WalkDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(place(templateId), JSON.stringify(draft));
    else sessionStorage.removeItem(place(templateId));
  } catch {
    // Without storage the walk goes on; only a reload would forget it.
  }
}
