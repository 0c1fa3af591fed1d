import type { Database } from '@/lib/platform/db/client';

/** The people of the demo by account. */
export async function findStaff(
  db: Database,
  usernames: string[],
): Promise<{ id: string; username: string; name: string }[]> {
  return db.staff.findMany({
    where: { username: { in: usernames }, active: true },
    select: { id: true, username: true, name: true },
  });
}

/** Is there nothing yet: no hall and nobody of the staff? */
export async function isEmpty(db: Database): Promise<boolean> {
  return (await db.hall.count()) === 0 && (await db.staff.count()) === 0;
}

export async function findDemoHall(db: Database, slug: string): Promise<{ id: string; timeZone: string } | null> {
  return db.hall.findUnique({ where: { slug }, select: { id: true, timeZone: true } });
}

/** When something last happened in the hall. */
export async function lastEventAt(db: Database, hallId: string): Promise<Date | null> {
  const last = await db.event.findFirst({
    where: { hallId },
    orderBy: [{ version: 'desc' }, { ordinal: 'desc' }],
    select: { at: true },
  });
  return last?.at ?? null;
}

/** Who of these people signed in since then, or works at a counter screen that was connected since then. */
export async function inUse(
  db: Database,
  staffIds: string[],
  now: Date,
  since: { signedIn: Date; seen: Date },
): Promise<Set<string>> {
  const signedIn = await db.staffSession.findMany({
    where: { userId: { in: staffIds }, createdAt: { gte: since.signedIn }, expiresAt: { gt: now } },
    select: { userId: true },
  });
  const atScreens = await db.counterSession.findMany({
    where: { staffId: { in: staffIds }, state: { in: ['open', 'paused'] }, lastSeenAt: { gte: since.seen } },
    select: { staffId: true },
  });
  return new Set([...signedIn.map((s) => s.userId), ...atScreens.flatMap((s) => (s.staffId ? [s.staffId] : []))]);
}
