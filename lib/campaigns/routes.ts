import { z } from 'zod';
import { pageOf, pageQuery } from '@/lib/api/page';
import { defineRoute } from '@/lib/api/route';
import { fail, success } from '@/lib/core/result';
import { execute } from '@/lib/door/execute';
import { findHallId } from '@/lib/halls/queries';
import { permits, refusal } from '@/lib/staff/policy';
import { idSchema } from '@/lib/tickets/schema';
import { changeCampaign, planCampaign, withdrawCampaign } from './commands';
import { loadCampaigns } from './loaders';
import { campaignSchema, changeCampaignBody, planCampaignBody } from './schema';

const hallParams = z.object({ hall: idSchema.describe('Id or short name of the hall.') });
const params = z.object({ campaign: idSchema });

export const campaignRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls/{hall}/campaigns',
    tag: 'environment',
    summary: 'Campaigns that run or are planned, or those that are over',
    who: ['campaign.read'],
    params: hallParams,
    query: pageQuery.extend({ over: z.stringbool().default(false) }),
    answer: pageOf(campaignSchema),
    async run({ house, actor, params: { hall }, query }) {
      const hallId = await findHallId(house.db, hall);
      if (!hallId) return fail('not-found', { detail: 'There is no such hall.' });
      if (!permits(actor, 'campaign.read', hallId)) return fail(refusal(actor, hallId));
      return success(await loadCampaigns(house, hallId, query));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{hall}/campaigns',
    tag: 'environment',
    summary: 'Plan a campaign',
    description: 'On the lobby display and in the hall’s facts from its first day to the end of its last.',
    who: ['campaign.manage'],
    params: hallParams,
    body: planCampaignBody,
    status: 201,
    answer: campaignSchema,
    refusals: ['in-use'],
    run: ({ house, caller, params: { hall }, body }) => execute(house, caller, planCampaign, { hall, ...body }),
  }),
  defineRoute({
    method: 'patch',
    path: '/campaigns/{campaign}',
    tag: 'environment',
    summary: 'Change a campaign',
    who: ['campaign.manage'],
    params,
    body: changeCampaignBody,
    answer: campaignSchema,
    refusals: ['changed-meanwhile'],
    run: ({ house, caller, params: { campaign }, body }) =>
      execute(house, caller, changeCampaign, { campaignId: campaign, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/campaigns/{campaign}/withdraw',
    tag: 'environment',
    summary: 'Take a campaign off the screens',
    who: ['campaign.manage'],
    params,
    answer: campaignSchema,
    refusals: ['changed-meanwhile'],
    run: ({ house, caller, params: { campaign } }) =>
      execute(house, caller, withdrawCampaign, { campaignId: campaign }),
  }),
];
