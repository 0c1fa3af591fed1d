import type { House } from '@/lib/door/house';
import type { Actor } from '@/lib/staff/actor';
import { readExperience } from './routes';
import type { ExperienceView } from './schema';

/** The experience zone as its page is first rendered with. */
export async function loadExperience(house: House, actor: Actor, hall: string): Promise<ExperienceView> {
  const view = await readExperience({ house, actor, answerHeaders: new Headers() }, hall);
  if (!view.ok) throw new Error(`The experience zone of ${hall} was refused: ${view.failure.code}`);
  return view.value;
}
