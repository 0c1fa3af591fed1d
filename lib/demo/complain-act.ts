import {
  closeComplaint,
  decideRemedy,
  dispatchComplaint,
  registerComplaint,
  replyComplaint,
} from '@/lib/complaints/commands';
import type { Complaint, ComplaintCategory, ComplaintCause, ComplaintDepartment } from '@/lib/complaints/complaint';
import { listComplaints, listRemedies } from '@/lib/complaints/queries';
import type { DemoAct, DemoStage } from './act';
import { pick } from './chance';

interface Story {
  category: ComplaintCategory;
  words: string;
  cause: ComplaintCause;
  department: ComplaintDepartment;
  prevention: string;
}

const STORIES: readonly (readonly [Story, number])[] = [
  [
    {
      category: 'wait',
      words: '等了快半小时，旁边的窗口却是空的。',
      cause: 'staffing',
      department: 'headOffice',
      prevention: '高峰时段增开机动窗口',
    },
    5,
  ],
  [
    {
      category: 'billing',
      words: '套餐已经改了，这个月还是按老资费扣的。',
      cause: 'system',
      department: 'billing',
      prevention: '改套餐后当面核对生效日期',
    },
    4,
  ],
  [
    {
      category: 'information',
      words: '上次说带身份证就行，这次又要户口本。',
      cause: 'information',
      department: 'customerCare',
      prevention: '业务指南补充所需资料',
    },
    3,
  ],
  [
    {
      category: 'network',
      words: '家里宽带每天晚上都断线。',
      cause: 'network',
      department: 'network',
      prevention: '上门检测并更换老旧线路',
    },
    3,
  ],
  [
    {
      category: 'attitude',
      words: '问问题的时候一直看屏幕，不理人。',
      cause: 'manner',
      department: 'customerCare',
      prevention: '晨会重温服务用语',
    },
    2,
  ],
  [
    {
      category: 'device',
      words: '新买的手机充不进电。',
      cause: 'product',
      department: 'products',
      prevention: '售出前当面试机',
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
      words,
      ticketId: chance('visit') < 0.7 ? visit : undefined,
      customer: { name: pick(NAMES, chance('name')), phone: '13900005678' },
      remedies:
        chance('remedy') < 0.2
          ? [{ kind: 'apology' }, { kind: 'feeWaiver', amount: 150 }]
          : [{ kind: 'apology' }, ...(chance('gift') < 0.3 ? [{ kind: 'gift', amount: 20 } as const] : [])],
      solved: chance('solved') < 0.45 ? { cause, prevention } : undefined,
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
        answer: `已向客户说明：${story.prevention}`,
      });
  }
  for (const complaint of await list(['replied'])) {
    const account = accountOf(complaint);
    const { cause = 'process', prevention } = storyOf(complaint) ?? {};
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
