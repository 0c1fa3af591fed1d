import { planCampaign } from '@/lib/campaigns/commands';
import { addDays } from '@/lib/halls/service-day';
import { addMaterial, checkMaterial, removeMaterial } from '@/lib/promotions/commands';
import type { MaterialCondition, MaterialKind } from '@/lib/promotions/material';
import { listStanding } from '@/lib/promotions/queries';
import { keepRecord } from '@/lib/records/commands';
import { listRecords } from '@/lib/records/queries';
import { listColleagues } from '@/lib/staff/queries';
import { finishWeakPoint, openWeakPoint, startWeakPoint, verifyWeakPoint } from '@/lib/weak-points/commands';
import { listBoard } from '@/lib/weak-points/queries';
import { monthOf } from '@/lib/weak-points/weak-point';
import type { DemoAct, DemoStage } from './act';

const named = (zh: string, en: string, es: string) => ({ 'zh-CN': zh, en, es });

/**
 * What customers read has three languages. Where something stands, what a meeting decided and what a weak point is are
 * words of the staff to each other: the model holds them once, and they are in the language of the hall.
 */
interface Piece {
  kind: MaterialKind;
  titles: ReturnType<typeof named>;
  zone: string | null;
  place: string;
  quantity: number;
  condition: MaterialCondition;
  /** Days from the day on which the hall is made; null: without end. */
  from: number;
  until: number | null;
}

const MATERIAL: readonly Piece[] = [
  {
    kind: 'xStand',
    titles: named('5G 畅享套餐 99 元档', 'Plan 5G 99', 'Plan 5G 99'),
    zone: 'service',
    place: '进门左侧',
    quantity: 2,
    condition: 'good',
    from: -20,
    until: 25,
  },
  {
    kind: 'poster',
    titles: named('家庭宽带免费提速', 'Free broadband upgrade', 'Mejora de banda ancha gratis'),
    zone: 'home',
    place: '宽带区背景墙',
    quantity: 1,
    condition: 'good',
    from: -3,
    until: 27,
  },
  {
    kind: 'leaflet',
    titles: named('60 岁以上专属优惠', 'Offer for over-sixties', 'Oferta para mayores de 60'),
    zone: 'service',
    place: '咨询台单页架',
    quantity: 200,
    condition: 'good',
    from: -10,
    until: 80,
  },
  {
    kind: 'tableSign',
    titles: named('资费公示', 'Tariff notice', 'Aviso de tarifas'),
    zone: 'service',
    place: '各窗口台面',
    quantity: 12,
    condition: 'good',
    from: -300,
    until: null,
  },
  {
    kind: 'poster',
    titles: named('携号转网办理说明', 'How to keep your number', 'Cómo conservar su número'),
    zone: 'service',
    place: '等候区立柱',
    quantity: 1,
    condition: 'worn',
    from: -60,
    until: 2,
  },
  {
    kind: 'banner',
    titles: named('年终购机节', 'End-of-year device festival', 'Festival de equipos de fin de año'),
    zone: 'devices',
    place: '体验区上方',
    quantity: 1,
    condition: 'good',
    from: 6,
    until: 36,
  },
];

const CAMPAIGNS = [
  {
    titles: named('家庭宽带免费提速至 1000M', 'Home broadband: now up to 1000M', 'Internet en casa: ahora hasta 1000M'),
    texts: named(
      '本月到厅办理免调测费，赠路由器保修一年',
      'Ask at any counter this month: no set-up fee, one year of router warranty',
      'Este mes sin coste de alta y con un año de garantía del router',
    ),
    from: -3,
    until: 27,
  },
  {
    titles: named('60 岁以上专属优惠', 'A special offer for over-sixties', 'Oferta especial para mayores de 60'),
    texts: named(
      '每月 29 元，含 200 分钟亲情通话',
      '29 a month, with 200 minutes to the family',
      '29 al mes, con 200 minutos para la familia',
    ),
    from: -10,
    until: 80,
  },
] as const;

/** What the hall shows, who looks after it, and what its people do better this month. */
export const promotionsAct: DemoAct = {
  touchpoint: 'environment',

  async seed(stage) {
    const { day } = stage.local;
    const zones = await stage.read((state) => state.config.zones.map(({ id, code }) => ({ id, code })));
    for (const { zone, from, until, ...piece } of MATERIAL)
      await stage.asHouse(addMaterial, {
        hall: stage.hallId,
        ...piece,
        zoneId: zones.find(({ code }) => code === zone)?.id ?? null,
        validFrom: addDays(day, from),
        validUntil: until === null ? null : addDays(day, until),
      });
    for (const [sort, { from, until, ...campaign }] of CAMPAIGNS.entries())
      await stage.asHouse(planCampaign, {
        hall: stage.hallId,
        ...campaign,
        sort,
        firstDay: addDays(day, from),
        lastDay: addDays(day, until),
      });
  },

  async play(stage) {
    await lookAfterMaterial(stage);
    if (stage.occasions('meetings', 2).length > 0) await holdMeetings(stage);
    if (stage.occasions('weak points', 6).length > 0) await improve(stage);
  },
};

/** Somebody of the floor looks at a piece now and then, and takes down what has expired. */
async function lookAfterMaterial(stage: DemoStage): Promise<void> {
  for (const occasion of stage.occasions('material', 4)) {
    const standing = await listStanding(stage.db, stage.hallId);
    const { day } = stage.local;
    const expired = standing.find(({ validUntil }) => validUntil < day);
    const account = stage.someone('floor', 'lead');
    const piece = expired ?? standing[Math.floor(occasion.chance('which') * standing.length)];
    if (!account || !piece) continue;
    const condition = piece.condition === 'good' && occasion.chance('worn') < 0.05 ? 'worn' : piece.condition;
    await stage.as(account, checkMaterial, { materialId: piece.id, condition });
    if (expired) await stage.as(account, removeMaterial, { materialId: piece.id });
  }
}

/** The morning meeting of the day, once it is past half past eight. */
async function holdMeetings(stage: DemoStage): Promise<void> {
  const { day, secondOfDay } = stage.local;
  if (secondOfDay < 8.5 * 3600) return;
  const known = await listRecords(stage.db, stage.hallId, { month: monthOf(day), kind: 'morning', limit: 1 });
  if (known[0]?.heldOn === day) return;
  const colleagues = await listColleagues(stage.db, stage.hallId, { limit: 50 });
  const leader = colleagues.find(({ roles }) => roles.includes('shiftLead'));
  if (!leader) return;
  await stage.as('lead', keepRecord, {
    hall: stage.hallId,
    kind: 'morning',
    heldOn: day,
    heldAt: '08:30',
    leaderId: leader.id,
    attendeeIds: colleagues
      .filter(({ id }) => stage.chance(`${day} ${id}`, 'at the meeting') < 0.8)
      .map(({ id }) => id),
    topics: '今日活动：家庭宽带免费提速\n昨日等候超时情况与关怀复盘',
    decisions: '11:30 起机动窗口提前到岗，错峰午休',
  });
}

/** This month's weak points, and a step with one of them. */
async function improve(stage: DemoStage): Promise<void> {
  const { day } = stage.local;
  const month = monthOf(day);
  const board = await listBoard(stage.db, stage.hallId, month);
  const own = board.filter((point) => point.month === month && point.source === 'manual');
  if (own.length === 0) {
    const colleagues = await listColleagues(stage.db, stage.hallId, { limit: 50 });
    const who = (role: 'shiftLead' | 'floor') => colleagues.find(({ roles }) => roles.includes(role))?.id ?? null;
    await stage.as('manager', openWeakPoint, {
      hall: stage.hallId,
      touchpoint: 'queue',
      description: '中午 12 点至 1 点等候时间偏长',
      cause: '三个窗口同时午休',
      action: '错峰午休，增设机动窗口',
      ownerId: who('shiftLead'),
      dueOn: addDays(day, 5),
    });
    await stage.as('manager', openWeakPoint, {
      hall: stage.hallId,
      touchpoint: 'environment',
      description: '自助服务区单页架经常缺货',
      cause: '没有固定补货人',
      action: '巡检时由流动岗补齐',
      ownerId: who('floor'),
      dueOn: addDays(day, 3),
    });
    return;
  }
  const doing = own.find(({ state }) => state === 'doing');
  const open = own.find(({ state, touchpoint }) => state === 'open' && touchpoint === 'environment');
  const done = own.find(({ state }) => state === 'done');
  if (done) await stage.as('manager', verifyWeakPoint, { weakPointId: done.id });
  else if (doing && doing.touchpoint === 'environment')
    await stage.as('floor', finishWeakPoint, { weakPointId: doing.id, result: '已指定补货人，连续检查无缺货' });
  else if (open) await stage.as('floor', startWeakPoint, { weakPointId: open.id });
}
