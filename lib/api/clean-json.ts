import type { FieldProblem } from '@/lib/core/errors';

/** Nobody nests a request deeper. */
const DEEPEST = 20;

/**
 * What no field of any request may hold, because a database or a screen chokes on it: NUL, halves of surrogate pairs,
 * keys that reach for an object's prototype, endless nesting. Null when the value is clean.
 */
export function strangeValue(value: unknown): FieldProblem | null {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, depth } = next;
    if (typeof next.value === 'string' && isStrangeText(next.value))
      return { path, message: 'holds characters that are not text' };
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (depth >= DEEPEST) return { path, message: 'is nested too deeply' };
    for (const [key, inner] of Object.entries(next.value)) {
      if (isStrangeText(key) || key === '__proto__') return { path, message: 'holds a key that is not a name' };
      open.push({ value: inner, path: path ? `${path}.${key}` : key, depth: depth + 1 });
    }
  }
  return null;
}

export function isStrangeText(text: string): boolean {
  return text.includes('\0') || /\p{Surrogate}/u.test(text);
}
