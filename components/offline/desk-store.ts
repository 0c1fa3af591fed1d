import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { newIdempotencyKey } from '@/components/live/call-api';
import { emptyOutbox, type Outbox } from '@/lib/offline/outbox';

/** What the tablet keeps of each desk that was ever open on it and still has something to keep. */
interface Stored extends DBSchema {
  desks: { key: string; value: { key: string; hall: string; outbox: Outbox } };
}

let opening: Promise<IDBPDatabase<Stored>> | undefined;

function database(): Promise<IDBPDatabase<Stored>> {
  opening ??= openDB<Stored>('guide-desk', 1, {
    upgrade: (db) => {
      db.createObjectStore('desks', { keyPath: 'key' });
    },
  });
  return opening;
}

/** One window's outbox on the tablet. */
export interface Desk {
  read(): Promise<Outbox>;
  /** In one transaction, on the disk when it returns: two windows can never take the same number. */
  change(by: (outbox: Outbox) => Outbox): Promise<Outbox>;
}

function deskOf(key: string, hall: string, holder: string): Desk {
  return {
    async read() {
      return (await (await database()).get('desks', key))?.outbox ?? emptyOutbox(holder);
    },
    async change(by) {
      const tx = (await database()).transaction('desks', 'readwrite', { durability: 'strict' });
      const before = (await tx.store.get(key))?.outbox ?? emptyOutbox(holder);
      const outbox = by(before);
      await tx.store.put({ key, hall, outbox });
      await tx.done;
      return outbox;
    },
  };
}

const keyOf = (hall: string, holder: string) => `${hall} ${holder}`;

/**
 * Runs `use` while no other window has this desk; false where one has it. Without a secure connection browsers have no
 * locks: windows then share desks, and only the store's transactions keep them apart.
 */
async function holding(key: string, use: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await use();
    return true;
  }
  return navigator.locks.request(`guide-desk ${key}`, { ifAvailable: true }, async (lock) => {
    if (lock) await use();
    return lock !== null;
  });
}

async function holdersOf(hall: string): Promise<string[]> {
  const all = await (await database()).getAll('desks');
  return all.filter((one) => one.hall === hall).map((one) => one.outbox.holder);
}

/**
 * A desk for this window alone, until it is closed: one that an earlier window has left, with its numbers and what it
 * had not sent, or a new one.
 *
 * @param gone settles when this window needs it no more
 */
export async function takeDesk(hall: string, gone: Promise<void>): Promise<Desk> {
  for (const holder of [...(await holdersOf(hall)), newIdempotencyKey()]) {
    const key = keyOf(hall, holder);
    const desk = await new Promise<Desk | null>((settle) => {
      const use = async () => {
        settle(deskOf(key, hall, holder));
        await gone;
      };
      holding(key, use).then((held) => held || settle(null));
    });
    if (desk) return desk;
  }
  throw new Error('A new desk cannot be held by another window.');
}

/** Does something with each desk that windows now closed have left behind: what they had not sent is not lost. */
export async function withLeftDesks(hall: string, mine: string, use: (desk: Desk) => Promise<void>): Promise<void> {
  if (!navigator.locks) return;
  for (const holder of await holdersOf(hall)) {
    const key = keyOf(hall, holder);
    if (holder !== mine) await holding(key, () => use(deskOf(key, hall, holder)));
  }
}
