import { acknowledgeNotice, referToHall } from '@/lib/hotline/commands';
import type { HallNotice } from '@/lib/hotline/hall-notice';
import { listNotices } from '@/lib/hotline/queries';
import { saveHallFacts } from '@/lib/settings/commands';
import type { DemoAct, DemoStage } from './act';

/** Seconds of the day. */
const CHANGED_FROM = 5 * 60;

/** What the manager puts right about the parking place, once a day. */
const PARKING = [
  {
    'zh-CN': '地下停车场 40 个车位，办理业务免费两小时；B2 层设充电桩',
    en: '40 places in the basement, two hours free for customers; charging points on level B2',
    es: '40 plazas en el sótano, dos horas gratis para clientes; cargadores en la planta B2',
  },
  {
    'zh-CN': '地下停车场维修，请停滨河公园停车场，步行 3 分钟',
    en: 'The basement is being repaired: please park at Riverside Park, 3 minutes on foot',
    es: 'Sótano en obras: aparque en el parque Ribera, a 3 minutos a pie',
  },
] as const;

/** The hotline sends a caller to the hall every five minutes, and knows of changes within a minute. */
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
    const notices = await listNotices(stage.db, [stage.hallId], agent, stage.now);
    await changeParking(
      stage,
      notices.map(({ notice }) => notice),
    );
    for (const { notice, acknowledgedAt } of notices)
      if (acknowledgedAt === null && stage.passed(notice.at, 20 + 40 * stage.chance(notice.id, 'known')))
        await stage.as('hotline', acknowledgeNotice, { noticeId: notice.id });
  },
};

/** Once a day the manager changes what is said about parking, so that the hotline has something to learn. */
async function changeParking(stage: DemoStage, known: readonly HallNotice[]): Promise<void> {
  const { day, secondOfDay } = stage.local;
  if (known.some(({ serviceDay }) => serviceDay === day) || secondOfDay < CHANGED_FROM) return;
  const facts = await stage.read(({ config }) => ({
    names: config.names,
    timeZone: config.timeZone,
    address: config.address,
    transport: config.transport,
    parking: config.parking,
    stepFreeAccess: config.stepFreeAccess,
    hotlineNumber: config.hotlineNumber,
    latitude: config.latitude,
    longitude: config.longitude,
    languages: config.languages,
    remoteTickets: config.remoteTickets,
  }));
  const parking = PARKING.find(({ en }) => en !== facts.parking.en) ?? PARKING[0];
  await stage.as('manager', saveHallFacts, { ...facts, hall: stage.hallId, parking });
}
