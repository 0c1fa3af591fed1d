import type { Result } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { reportWords } from '@/lib/i18n/translator';
import { MailFailure, type SendLetter } from '@/lib/platform/mail';
import { xlsxOf } from '@/lib/platform/xlsx';
import { claimDeliveries, settleDelivery } from './commands';
import type { MailProblem } from './mailing';
import { findMailing, listHallsWithMail } from './queries';
import { reportLetter } from './report-letter';
import { reportSheets } from './report-sheets';
import type { Delivery, WaitReport, WorkReport } from './schema';

const SYSTEM = { actor: { kind: 'system' } } as const;

type Read<Report> = (house: House, hallId: string, days: { from: string; to: string }) => Promise<Result<Report>>;

/** What sending reports needs: how they are read, as for pages, and how letters go out. */
export interface PostOffice {
  waits: Read<WaitReport>;
  work: Read<WorkReport>;
  /** null: no mail server is set up, which is said at each report that is due. */
  send: SendLetter | null;
}

/** Sends the reports that are due. */
export async function sendReports(house: House, post: PostOffice): Promise<void> {
  for (const hall of await listHallsWithMail(house.db, house.clock.now())) {
    const claimed = await execute(house, SYSTEM, claimDeliveries, { hall });
    if (!claimed.ok) continue;
    for (const delivery of claimed.value) {
      const problem = await sendOne(house, post, delivery);
      await execute(house, SYSTEM, settleDelivery, { deliveryId: delivery.id, problem });
    }
  }
}

/** What kept a report from going out; null when it went. */
async function sendOne(house: House, post: PostOffice, delivery: Delivery): Promise<MailProblem | null> {
  const { send } = post;
  if (!send) return 'noServer';
  const { id, hallId, mailingId, fromDay: from, toDay: to } = delivery;
  const mailing = await findMailing(house.db, mailingId);
  const hall = await house.db.hall.findUnique({ where: { id: hallId }, select: { names: true, slug: true } });
  const waits = await post.waits(house, hallId, { from, to });
  const work = await post.work(house, hallId, { from, to });
  if (!(mailing && hall && waits.ok && work.ok)) return 'notMade';
  const words = reportWords(mailing.locale);
  const letter = reportLetter({ hall: hall.names as Record<string, string>, waits: waits.value, words });
  const file = await xlsxOf(reportSheets({ waits: waits.value, work: work.value, words }));
  try {
    await send({
      id,
      to: mailing.recipients,
      ...letter,
      attachments: [{ filename: `${hall.slug}-${from}-${to}.xlsx`, ...file }],
    });
    return null;
  } catch (error) {
    if (error instanceof MailFailure) return error.problem;
    throw error;
  }
}
