import { acknowledgeNotice, referToHall } from '@/lib/hotline/commands';
import { listNotices } from '@/lib/hotline/queries';
import type { DemoAct } from './act';

/** The hotline sends a caller to the hall every five minutes, and knows of changes within minutes. */
export const findAct: DemoAct = {
  touchpoint: 'find',
  async play(stage) {
    const agent = stage.ref('hotline');
    if (!agent) return;
    const codes = await stage.read((state) =>
      state.config.services.filter((service) => service.active).map((service) => service.code),
    );
    for (const { chance } of stage.occasions('referral', 12))
      await stage.as('hotline', referToHall, {
        hall: stage.hallId,
        serviceCode: chance('said') < 0.7 ? codes[Math.floor(chance('service') * codes.length)] : undefined,
      });
    for (const { notice, acknowledgedAt } of await listNotices(stage.db, [stage.hallId], agent, stage.now))
      if (acknowledgedAt === null && stage.passed(notice.at, 60 + 300 * stage.chance(notice.id, 'known')))
        await stage.as('hotline', acknowledgeNotice, { noticeId: notice.id });
  },
};
