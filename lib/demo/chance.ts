import { Random } from '@/lib/simulation/random';

/**
 * A uniform number on [0, 1) that belongs to a thing and a question about it ("ticket 17: does he come?"). The same
 * question has the same answer after a restart, so that the player needs no memory of its own.
 */
export function chance(seed: number, thing: string, question: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const text of [thing, question])
    for (let i = 0; i <= text.length; i += 1) hash = Math.imul(hash ^ (text.charCodeAt(i) || 0xff), 0x01000193);
  return new Random(hash).next();
}

/** Picks by weight: `point` on [0, 1). */
export function pick<T>(options: readonly (readonly [T, number])[], point: number): T {
  const total = options.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = point * total;
  for (const [option, weight] of options) {
    rest -= weight;
    if (rest < 0) return option;
  }
  return (options.at(-1) as readonly [T, number])[0];
}
