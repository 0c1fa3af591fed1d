import { planFollowUp } from '@/lib/follow-ups/commands';
import { addDays } from '@/lib/halls/service-day';
import { askHelp, endHelp, takeHelp } from '@/lib/help/commands';
import { listPendingHelp } from '@/lib/help/queries';
import { lendItem, returnLoan, stockLoanItems } from '@/lib/loans/commands';
import { listItems } from '@/lib/loans/queries';
import { registerFound } from '@/lib/lost-found/commands';
import { saveSuggestion } from '@/lib/settings/commands';
import { offerSuggestion } from '@/lib/suggestions/commands';
import { fittingSuggestion } from '@/lib/suggestions/suggestion';
import { registerUnaccepted } from '@/lib/unaccepted/commands';
import type { DemoAct, DemoStage } from './act';
import { clerkAccount } from './demo-staff';
import { spoken } from './spoken';

const SUGGESTIONS = [
  {
    code: 'more-data',
    services: ['plans'],
    names: {
      'zh-CN': '“您流量用得比较多，要不要看看加 10 元多 20GB 的流量包？”',
      en: '“You use a lot of data. May I show you 20 GB more for 10 a month?”',
      es: '«Usa muchos datos. ¿Le enseño 20 GB más por 10 al mes?»',
    },
  },
  {
    code: 'wifi-check',
    services: ['broadband'],
    names: {
      'zh-CN': '“家里 WiFi 信号好吗？我们可以免费上门检测一次。”',
      en: '“Is your Wi-Fi good in every room? We check it at home for free.”',
      es: '«¿Llega bien el Wi-Fi a toda la casa? Lo revisamos gratis.»',
    },
  },
  {
    code: 'app',
    services: [],
    names: {
      'zh-CN': '“这项业务下次用掌上营业厅也能办，我帮您登录一下好吗？”',
      en: '“Next time you can do this in our app. Shall I help you sign in?”',
      es: '«La próxima vez puede hacerlo en la app. ¿Le ayudo a entrar?»',
    },
  },
];

const UNACCEPTED = [
  {
    what: {
      'zh-CN': '携号转网：号码有合约未到期',
      en: 'Number to another carrier: the contract still runs',
      es: 'Portabilidad: el contrato sigue vigente',
    },
    why: 'rules',
  },
  {
    what: {
      'zh-CN': '过户：原机主未到场',
      en: 'Change of owner: the present owner is not here',
      es: 'Cambio de titular: falta el titular actual',
    },
    why: 'papers',
  },
  {
    what: {
      'zh-CN': '宽带移机：新地址暂无端口',
      en: 'Broadband to a new address: no line there yet',
      es: 'Traslado de internet: sin línea en la nueva dirección',
    },
    why: 'otherHall',
  },
] as const;

const CALL_BACK = {
  'zh-CN': '回访新装宽带使用情况',
  en: 'Ask how the new broadband works',
  es: 'Preguntar cómo va el internet nuevo',
};

/** From the talk at the counter to the farewell: suggestions, help, what was not accepted, umbrellas. */
export const resultAct: DemoAct = {
  touchpoint: 'result',
  async seed(stage) {
    const services = await stage.read(({ config }) => config.services);
    for (const { services: codes, ...suggestion } of SUGGESTIONS) {
      const serviceIds = services.filter(({ code }) => codes.includes(code)).map(({ id }) => id);
      await stage.asHouse(saveSuggestion, { hall: stage.hallId, ...suggestion, serviceIds, active: true });
    }
    await stage.asHouse(stockLoanItems, { hall: stage.hallId, kind: 'umbrella', from: 1, to: 20, deposit: 2000 });
    await stage.asHouse(stockLoanItems, { hall: stage.hallId, kind: 'locker', from: 1, to: 12, deposit: 0 });
  },
  async play(stage) {
    await talk(stage);
    await help(stage);
    await belongings(stage);
  },
};

/** What a clerk does while the customer sits there: one suggestion, and now and then a promise. */
async function talk(stage: DemoStage): Promise<void> {
  const served = await stage.read((state) =>
    [...state.tickets.values()]
      .filter((t) => t.status === 'serving' && stage.passed(t.startedAt, 30))
      .flatMap((t) => {
        const counter = state.config.counters.find((c) => c.id === t.counterId);
        const suggestion = fittingSuggestion(state.config.suggestions, t.serviceId);
        return counter ? [{ id: t.id, account: clerkAccount(counter.number), suggestionId: suggestion?.id }] : [];
      }),
  );
  const { day } = stage.local;
  for (const { id, account, suggestionId } of served) {
    if (suggestionId && stage.chance(id, 'suggests') < 0.6)
      await stage.as(account, offerSuggestion, {
        ticketId: id,
        suggestionId,
        accepted: stage.chance(id, 'accepts') < 0.35,
      });
    const trouble = stage.chance(id, 'not accepted');
    const entry = UNACCEPTED[Math.floor(stage.chance(id, 'which') * UNACCEPTED.length)];
    if (trouble < 0.03 && entry)
      await stage.as(account, registerUnaccepted, {
        hall: stage.hallId,
        ...entry,
        what: spoken(entry.what, stage.chance(id, 'language')),
        promisedDay: addDays(day, 2),
        ticketId: id,
      });
    else if (trouble > 0.97)
      await stage.as(account, planFollowUp, {
        hall: stage.hallId,
        what: spoken(CALL_BACK, stage.chance(id, 'language')),
        promisedDay: addDays(day, 5),
        ticketId: id,
      });
  }
}

/** Every hour somebody needs the shift lead; most calls are answered within the minute. */
async function help(stage: DemoStage): Promise<void> {
  for (const occasion of stage.occasions('help', 1.5)) {
    const busy = await stage.read((state) =>
      state.config.counters.filter((c) =>
        [...state.tickets.values()].some((t) => t.status === 'serving' && t.counterId === c.id),
      ),
    );
    const counter = busy[Math.floor(occasion.chance('which') * busy.length)];
    if (counter) await stage.as(clerkAccount(counter.number), askHelp, { counterId: counter.id, reason: 'approval' });
  }
  for (const call of await listPendingHelp(stage.db, stage.hallId)) {
    const comes = 10 + 70 * stage.chance(call.id, 'comes');
    const helper = stage.someone('lead', 'floor', 'guide');
    if (!helper) continue;
    if (call.state === 'open' && stage.passed(call.askedAt, comes))
      await stage.as(helper, takeHelp, { helpId: call.id });
    if (call.state === 'taken' && stage.passed(call.takenAt, 60)) await stage.as(helper, endHelp, { helpId: call.id });
  }
}

/** Umbrellas go and come back; sometimes something is left behind. */
async function belongings(stage: DemoStage): Promise<void> {
  const guide = stage.someone('guide', 'floor', 'lead');
  if (!guide) return;
  for (const occasion of stage.occasions('umbrella', 2)) {
    const items = await listItems(stage.db, stage.hallId);
    const free = items.filter(({ loan }) => !loan);
    const waiting = await stage.read((state) =>
      [...state.tickets.values()].filter((t) => t.status === 'waiting').map((t) => t.id),
    );
    const item = free[Math.floor(occasion.chance('item') * free.length)]?.item;
    const ticketId = waiting[Math.floor(occasion.chance('whose') * waiting.length)];
    if (item && ticketId) await stage.as(guide, lendItem, { itemId: item.id, ticketId });
  }
  for (const { loan } of await listItems(stage.db, stage.hallId))
    if (loan && stage.passed(loan.lentAt, 1200 + 3600 * stage.chance(loan.id, 'back')))
      await stage.as(guide, returnLoan, { loanId: loan.id });
  for (const _occasion of stage.occasions('left behind', 0.25))
    await stage.as(guide, registerFound, {
      hall: stage.hallId,
      description: '老花镜一副',
      place: '填单台',
      keptWhere: '服务台抽屉',
    });
}
