/** What of a keyboard event decides; a `KeyboardEvent` fits. */
export type Stroke = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
};

/**
 * The shortcut a stroke means: `A`–`Z`, `1`–`9`, `Space`, `Enter`; nothing for anything else. What is
 * printed on the key counts. Where the layout has no Latin letter there (or an input method takes the
 * key), its place on the keyboard counts.
 */
export function shortcutOf(stroke: Stroke): string | undefined {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.isComposing) return undefined;
  if (stroke.key === ' ' || stroke.code === 'Space') return 'Space';
  if (stroke.key === 'Enter') return 'Enter';
  const digit = digitOf(stroke);
  if (digit) return digit;
  if (/^[a-z]$/i.test(stroke.key)) return stroke.key.toUpperCase();
  // "é" or "ñ" is another key of this layout; "р" or "Process" is none of ours.
  return isLatin(stroke.key) ? undefined : /^Key([A-Z])$/.exec(stroke.code)?.[1];
}

/** 1 to 9, of the row or of the number pad, also where digits need Shift (French) or come full width (Chinese). */
function digitOf({ key, code }: Stroke): string | undefined {
  return /^[1-9]$/.test(key) ? key : /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
}

function isLatin(key: string): boolean {
  return key.length === 1 && /\p{Script=Latin}|[!-~]/u.test(key);
}

/** Shortcuts would eat what the person types here. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)))
  );
}

/** Space and Enter already mean something here. */
export function takesSpace(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a[href], input, summary, [role="tab"], [role="menuitem"]') !== null
  );
}
