import type { Localized } from '@/lib/core/localized';
import { readState } from '@/lib/door/execute';
import { house } from '@/lib/door/house';
import { hallOpening } from '@/lib/halls/hall-opening';
import { listHallIds } from '@/lib/halls/queries';
import type { Actor } from '@/lib/staff/actor';
import { permits } from '@/lib/staff/policy';
import { DESTINATIONS, type Destination, destinationsOf } from './destinations';

export type DoorwayHall = {
  slug: string;
  names: Localized;
  open: boolean;
  waiting: number;
  /** Screens on which this person can work here. */
  destinations: Destination[];
};

export type Doorway = {
  person: { name: string } | null;
  halls: DoorwayHall[];
  /** Every staff screen, for those who have not signed in yet. */
  destinations: readonly Destination[];
  /** An administrator sets up halls from here, the first one too. */
  mayCreateHall: boolean;
};

/** What the root page shows: who is there, all halls, and in each hall the screens of that person. */
export async function loadDoorway(actor: Actor): Promise<Doorway> {
  const ids = await listHallIds(house().db);
  const halls = await Promise.all(ids.map((id) => loadHall(id, actor)));
  return {
    person: actor.kind === 'staff' ? { name: actor.name } : null,
    halls: halls.filter((hall) => hall !== null),
    destinations: DESTINATIONS,
    mayCreateHall: permits(actor, 'hall.create', null),
  };
}

function loadHall(id: string, actor: Actor): Promise<DoorwayHall | null> {
  const now = house().clock.now();
  return readState(house(), id, ({ config, opening, tickets }) => ({
    slug: config.slug,
    names: config.names,
    open: hallOpening({ config, opening }, now).open,
    waiting: [...tickets.values()].filter((ticket) => ticket.status === 'waiting').length,
    destinations: destinationsOf(actor, id),
  }));
}
