import { acceptEnquiry, closeEnquiry, openEnquiry, recordRetention } from '@/lib/enquiries/commands';
import type { RetentionReason, RetentionResult } from '@/lib/enquiries/enquiry';
import { listOpenEnquiries } from '@/lib/enquiries/queries';
import { createArticle } from '@/lib/knowledge/commands';
import { listPublished } from '@/lib/knowledge/queries';
import type { DemoAct, DemoStage } from './act';
import { pick } from './chance';
import { DEMO_ARTICLES } from './demo-articles';
import { spoken } from './spoken';

const REASONS: readonly (readonly [RetentionReason, number])[] = [
  ['price', 5],
  ['otherCarrier', 3],
  ['coverage', 2],
  ['moving', 1],
];
const RESULTS: readonly (readonly [RetentionResult, number])[] = [
  ['stayed', 5],
  ['left', 4],
  ['thinking', 2],
];
const ASKED: readonly (readonly [string, number])[] = [
  ['floor', 3],
  ['guide', 2],
];
const NOTE = {
  'zh-CN': '客户要查去年的合约，需到后台调取',
  en: 'Wants last year’s contract: to be fetched from the archive',
  es: 'Pide el contrato del año pasado: hay que buscarlo en el archivo',
};
const OFFER = {
  'zh-CN': '保号套餐 8 元，宽带免费提速',
  en: 'Keep-your-number plan for 8, faster broadband for free',
  es: 'Plan para conservar el número por 8 y más velocidad gratis',
};

async function ask(stage: DemoStage): Promise<void> {
  const articles = await listPublished(stage.db, stage.hallId, { limit: 50 });
  for (const { chance } of stage.occasions('enquiry', 14)) {
    const account = pick(ASKED, chance('who'));
    const article = articles[Math.floor(chance('about') * articles.length)];
    const about = { hall: stage.hallId, topic: article?.topic ?? 'other', articleId: article?.id };
    const fate = chance('fate');
    if (fate < 0.08)
      await stage.as(account, openEnquiry, {
        hall: stage.hallId,
        topic: 'cancel',
        retention: {
          reason: pick(REASONS, chance('reason')),
          offer: chance('offer') < 0.8 ? spoken(OFFER, chance('language')) : undefined,
          result: pick(RESULTS, chance('result')),
        },
      });
    else if (fate < 0.16)
      await stage.as(account, openEnquiry, {
        ...about,
        note: spoken(NOTE, chance('language')),
        customer: { name: '赵先生', phone: '13900001234' },
      });
    else if (fate < 0.24) {
      const lead = stage.ref('lead')?.replace('staff:', '');
      if (lead)
        await stage.as(account, openEnquiry, {
          ...about,
          toColleague: lead,
          question: spoken(NOTE, chance('language')),
        });
    } else await stage.as(account, openEnquiry, { ...about, outcome: 'answered' });
  }
}

/** What is open goes on: the lead accepts what was passed on, owners call back, undecided customers decide. */
async function goOn(stage: DemoStage): Promise<void> {
  for (const { enquiry, retention } of await listOpenEnquiries(stage.db, stage.hallId, { limit: 30 })) {
    const after = (seconds: number) =>
      stage.passed(enquiry.openedAt, seconds * (0.5 + stage.chance(enquiry.id, `after ${seconds}`)));
    const account = ['floor', 'guide', 'lead'].find((name) => stage.ref(name) === enquiry.ownerRef);
    if (enquiry.offeredToRef !== null && enquiry.offeredToRef === stage.ref('lead') && after(90))
      await stage.as('lead', acceptEnquiry, { enquiryId: enquiry.id });
    else if (account && retention && after(5400))
      await stage.as(account, recordRetention, { enquiryId: enquiry.id, reason: retention.reason, result: 'stayed' });
    else if (account && !retention && after(1500))
      await stage.as(account, closeEnquiry, { enquiryId: enquiry.id, outcome: 'answered' });
  }
}

/** Fourteen questions an hour; most are answered at once, some are passed on, kept, or somebody wants to leave. */
export const enquireAct: DemoAct = {
  touchpoint: 'enquire',
  async seed(stage) {
    for (const article of DEMO_ARTICLES)
      await stage.asHouse(createArticle, { hall: stage.hallId, ...article, publish: true });
  },
  async play(stage) {
    if (await stage.read((state) => state.sessions.size > 0)) await ask(stage);
    await goOn(stage);
  },
};
