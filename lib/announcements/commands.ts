import { z } from 'zod';
import { success } from '@/lib/core/result';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import { noteAcknowledged } from '@/lib/screens/steps';
import { idSchema } from '@/lib/tickets/schema';

/** A display says what it showed and spoke. Repetitions change nothing; the counter sees "announced". */
export const acknowledgeAnnouncements = queueCommand({
  name: 'announcement.acknowledge',
  input: z.strictObject({
    hall: idSchema,
    items: z.array(z.strictObject({ id: idSchema, shown: z.boolean(), spoken: z.boolean() })).max(50),
  }),
  permission: 'announcement.acknowledge',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { items }) {
    const screenId = work.actor.kind === 'screen' ? work.actor.id : 'house';
    let told = false;
    for (const item of items) {
      const announcement = work.state.announcements.find((a) => a.id === item.id);
      if (!announcement) continue;
      const next = {
        ...announcement,
        shownAt: announcement.shownAt ?? (item.shown || item.spoken ? work.now : null),
        spokenAt: announcement.spokenAt ?? (item.spoken ? work.now : null),
      };
      if (next.shownAt === announcement.shownAt && next.spokenAt === announcement.spokenAt) continue;
      told = true;
      work.saveAnnouncement(next);
      work.addReceipt({
        announcementId: item.id,
        screenId,
        shownAt: next.shownAt ?? work.now,
        spokenAt: item.spoken ? work.now : null,
      });
      work.record({
        kind: 'announcement.acknowledged',
        ticketId: announcement.ticketId,
        counterId: announcement.counterId,
        screenId,
        payload: { seq: announcement.seq, spoken: item.spoken },
      });
    }
    if (told && work.actor.kind === 'screen') await noteAcknowledged(work.tx, screenId, work.now);
    return success(null);
  },
});
