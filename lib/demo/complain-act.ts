import {
  closeComplaint,
  decideRemedy,
  dispatchComplaint,
  registerComplaint,
  replyComplaint,
} from '@/lib/complaints/commands';
import type { Complaint, ComplaintCategory, ComplaintCause, ComplaintDepartment } from '@/lib/complaints/complaint';
import { listComplaints, listRemedies } from '@/lib/complaints/queries';
import type { Locale, Localized } from '@/lib/core/localized';
import type { DemoAct, DemoStage } from './act';
import { pick } from './chance';
import { languageOf, spoken } from './spoken';

interface Story {
  category: ComplaintCategory;
  words: Localized;
  cause: ComplaintCause;
  department: ComplaintDepartment;
  prevention: Localized;
}

const STORIES: readonly (readonly [Story, number])[] = [
  [
    {
      category: 'wait',
      words: {
        'zh-CN': '等了快半小时，旁边的窗口却是空的。',
        en: 'Almost half an hour, and the counter beside it was empty.',
        es: 'Casi media hora esperando, y el mostrador de al lado vacío.',
      },
      cause: 'staffing',
      department: 'headOffice',
      prevention: {
        'zh-CN': '高峰时段增开机动窗口',
        en: 'Open a spare counter at busy hours',
        es: 'Abrir un mostrador más en horas punta',
      },
    },
    5,
  ],
  [
    {
      category: 'billing',
      words: {
        'zh-CN': '套餐已经改了，这个月还是按老资费扣的。',
        en: 'My plan was changed, and I was still charged the old price.',
        es: 'Cambié de plan y este mes me cobraron la tarifa vieja.',
      },
      cause: 'system',
      department: 'billing',
      prevention: {
        'zh-CN': '改套餐后当面核对生效日期',
        en: 'Read out the starting day after each change of plan',
        es: 'Confirmar la fecha de inicio tras cada cambio de plan',
      },
    },
    4,
  ],
  [
    {
      category: 'information',
      words: {
        'zh-CN': '上次说带身份证就行，这次又要户口本。',
        en: 'Last time the identity card was enough; now I need one more paper.',
        es: 'La otra vez bastaba el documento; ahora piden otro papel más.',
      },
      cause: 'information',
      department: 'customerCare',
      prevention: {
        'zh-CN': '业务指南补充所需资料',
        en: 'Add the papers to the service guide',
        es: 'Añadir los documentos a la guía del servicio',
      },
    },
    3,
  ],
  [
    {
      category: 'network',
      words: {
        'zh-CN': '家里宽带每天晚上都断线。',
        en: 'My broadband fails every evening.',
        es: 'El internet de casa se corta todas las noches.',
      },
      cause: 'network',
      department: 'network',
      prevention: {
        'zh-CN': '上门检测并更换老旧线路',
        en: 'Check at home and replace the old line',
        es: 'Revisar en casa y cambiar la línea vieja',
      },
    },
    3,
  ],
  [
    {
      category: 'attitude',
      words: {
        'zh-CN': '问问题的时候一直看屏幕，不理人。',
        en: 'I asked, and nobody looked up from the screen.',
        es: 'Pregunté y nadie levantó la vista de la pantalla.',
      },
      cause: 'manner',
      department: 'customerCare',
      prevention: {
        'zh-CN': '晨会重温服务用语',
        en: 'Practise the greeting in the morning meeting',
        es: 'Repasar el saludo en la reunión de la mañana',
      },
    },
    2,
  ],
  [
    {
      category: 'device',
      words: {
        'zh-CN': '新买的手机充不进电。',
        en: 'The phone that I bought does not charge.',
        es: 'El móvil que compré no carga.',
      },
      cause: 'product',
      department: 'products',
      prevention: {
        'zh-CN': '售出前当面试机',
        en: 'Try each device before it is sold',
        es: 'Probar cada equipo antes de venderlo',
      },
    },
    2,
  ],
];
const STAFF = ['lead', 'guide', 'floor'] as const;
const NAMES: readonly (readonly [string, number])[] = [
  ['孙先生', 1],
  ['钱女士', 1],
  ['冯先生', 1],
  ['何女士', 1],
];

const TOLD: Record<Locale, (story: Story) => string> = {
  'zh-CN': ({ prevention }) => `已向客户说明：${prevention['zh-CN']}`,
  en: ({ prevention }) => `Explained what we do about it: ${prevention.en}`,
  es: ({ prevention }) => `Se explicó qué haremos: ${prevention.es}`,
};

async function register(stage: DemoStage): Promise<void> {
  for (const { chance } of stage.occasions('complaint', 2)) {
    const { category, words, cause, prevention } = pick(STORIES, chance('story'));
    const account = stage.someone(STAFF[Math.floor(chance('who') * STAFF.length)] ?? 'lead', ...STAFF);
    if (!account) continue;
    // About somebody who was served a moment ago.
    const visit = await stage.read(
      (state) => [...state.tickets.values()].findLast((t) => t.status === 'completed')?.id,
    );
    await stage.as(account, registerComplaint, {
      hall: stage.hallId,
      category,
      words: spoken(words, chance('language')),
      ticketId: chance('visit') < 0.7 ? visit : undefined,
      customer: { name: pick(NAMES, chance('name')), phone: '13900005678' },
      remedies:
        chance('remedy') < 0.2
          ? [{ kind: 'apology' }, { kind: 'feeWaiver', amount: 150 }]
          : [{ kind: 'apology' }, ...(chance('gift') < 0.3 ? [{ kind: 'gift', amount: 20 } as const] : [])],
      solved: chance('solved') < 0.45 ? { cause, prevention: spoken(prevention, chance('language')) } : undefined,
    });
  }
}

/** What is owed goes on: sent to a department, answered after a while, closed with its cause. */
async function goOn(stage: DemoStage): Promise<void> {
  const list = (states: string[]) => listComplaints(stage.db, stage.hallId, { states, byPromise: true, limit: 30 });
  const storyOf = ({ category }: Complaint) => STORIES.find(([story]) => story.category === category)?.[0];
  const accountOf = ({ ownerRef }: Complaint) => STAFF.find((account) => stage.ref(account) === ownerRef);
  for (const complaint of await list(['registered', 'dispatched'])) {
    const story = storyOf(complaint);
    const account = accountOf(complaint);
    const after = (question: string, from: number, most: number) =>
      stage.passed(complaint.registeredAt, from + most * stage.chance(complaint.id, question));
    if (after('decided', 180, 240))
      for (const remedy of await listRemedies(stage.db, [complaint.id]))
        if (remedy.state === 'asked') await stage.as('lead', decideRemedy, { remedyId: remedy.id, approve: true });
    if (!story || !account) continue;
    const complaintId = complaint.id;
    if (complaint.state === 'registered' && after('sent', 240, 600))
      await stage.as(account, dispatchComplaint, { complaintId, department: story.department });
    if (after('replied', 1500, 7200))
      await stage.as(account, replyComplaint, {
        complaintId,
        channel: 'phone',
        answer: TOLD[languageOf(story.words, complaint.words)](story),
      });
  }
  for (const complaint of await list(['replied'])) {
    const account = accountOf(complaint);
    const story = storyOf(complaint);
    const cause = story?.cause ?? 'process';
    const prevention = story?.prevention[languageOf(story.words, complaint.words)];
    if (account && stage.passed(complaint.repliedAt, 120 + 600 * stage.chance(complaint.id, 'closed')))
      await stage.as(account, closeComplaint, { complaintId: complaint.id, cause, prevention });
  }
}

/** Two complaints an hour; nearly half are solved on the spot, the others are answered within hours. */
export const complainAct: DemoAct = {
  touchpoint: 'complain',
  async play(stage) {
    await register(stage);
    await goOn(stage);
  },
};
