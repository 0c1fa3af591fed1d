import type { z } from 'zod';
import type { Failure } from '@/lib/core/errors';
import type { Command } from '@/lib/door/command';
import { execute } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import type { Actor } from '@/lib/staff/actor';

/** Runs a command that must succeed, and gives its value. */
export async function run<I extends z.ZodType, O>(
  house: House,
  actor: Actor,
  command: Command<I, O>,
  input: z.input<I>,
): Promise<O> {
  const done = await execute(house, { actor }, command, input);
  if (!done.ok) throw new Error(`${command.name}: ${JSON.stringify(done.failure)}`);
  return done.value;
}

/** Runs a command that must be refused, and gives the refusal. */
export async function refused<I extends z.ZodType, O>(
  house: House,
  actor: Actor,
  command: Command<I, O>,
  input: z.input<I>,
): Promise<Failure> {
  const done = await execute(house, { actor }, command, input);
  if (done.ok) throw new Error(`${command.name} was not refused: ${JSON.stringify(done.value)}`);
  return done.failure;
}
