import { z } from 'zod';
import { fail, success } from '@/lib/core/result';
import type { Deadline } from '@/lib/deadlines/deadline';
import { queueCommand } from '@/lib/door/command';
import { locateHall } from '@/lib/door/locate';
import type { Work } from '@/lib/door/work';
import { idSchema } from '@/lib/tickets/schema';
import { type Campaign, campaignState, campaignTimes } from './campaign';
import { presentCampaign } from './presenter';
import { locateCampaign } from './queries';
import { changeCampaignBody, planCampaignBody } from './schema';

/** More than this nobody reads on a display. */
const MOST = 30;

const ofCampaign = {
  permission: 'campaign.manage',
  locate: ({ db }: Parameters<typeof locateHall>[0], { campaignId }: { campaignId: string }) =>
    locateCampaign(db, campaignId),
} as const;

const over = fail('changed-meanwhile', { detail: 'This campaign is over.', currentState: 'ended' });

/** What is wrong with its days; null where nothing is. */
function misfit(work: Work, { firstDay, lastDay }: Pick<Campaign, 'firstDay' | 'lastDay'>) {
  if (lastDay < firstDay)
    return fail('invalid-input', {
      errors: [{ path: 'lastDay', message: 'must not be before the first day', code: 'ends_before_start' }],
    });
  if (lastDay < work.serviceDay)
    return fail('invalid-input', {
      errors: [{ path: 'lastDay', message: 'must not be over already', code: 'already_over' }],
    });
  return null;
}

/** The open campaign with this id, as the hall's state knows it. */
function find(work: Work, id: string): Campaign | undefined {
  return work.state.campaigns.find((campaign) => campaign.id === id);
}

const about = ({ id, firstDay, lastDay }: Campaign) => ({ campaignId: id, firstDay, lastDay });

async function setDeadlines(work: Work, campaign: Campaign): Promise<void> {
  const { startsAt, endsAt } = campaignTimes(campaign, work.config.timeZone);
  if (startsAt > work.now) await work.setDeadline('campaign.starts', campaign.id, startsAt);
  else await work.clearDeadline('campaign.starts', campaign.id);
  await work.setDeadline('campaign.ends', campaign.id, endsAt);
}

/** What begins today is on the display at once. */
export const planCampaign = queueCommand({
  name: 'campaign.plan',
  input: planCampaignBody.extend({ hall: idSchema }),
  permission: 'campaign.manage',
  locate: (lookup, { hall }) => locateHall(lookup, hall),
  async run(work, { hall: _hall, ...fields }) {
    const refused = misfit(work, fields);
    if (refused) return refused;
    if (work.state.campaigns.length >= MOST)
      return fail('in-use', { detail: `A hall has at most ${MOST} campaigns that run or are planned.` });
    const campaign: Campaign = {
      ...fields,
      id: work.newId(),
      hallId: work.hallId,
      createdAt: work.now,
      createdBy: work.by,
      updatedAt: work.now,
      endedAt: null,
      withdrawn: false,
    };
    work.saveCampaign(campaign);
    await setDeadlines(work, campaign);
    work.record({ kind: 'campaign.planned', payload: about(campaign) });
    if (campaignState(campaign, work.serviceDay) === 'running')
      work.record({ kind: 'campaign.started', payload: about(campaign) });
    return success(presentCampaign(campaign, work.serviceDay));
  },
});

export const changeCampaign = queueCommand({
  name: 'campaign.change',
  input: changeCampaignBody.extend({ campaignId: idSchema }),
  ...ofCampaign,
  async run(work, { campaignId, ...change }) {
    const before = find(work, campaignId);
    if (!before) return over;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const campaign: Campaign = { ...before, ...given, updatedAt: work.now };
    const refused = misfit(work, campaign);
    if (refused) return refused;
    work.saveCampaign(campaign);
    await setDeadlines(work, campaign);
    work.record({ kind: 'campaign.changed', payload: about(campaign) });
    const running = (one: Campaign) => campaignState(one, work.serviceDay) === 'running';
    if (running(campaign) && !running(before)) work.record({ kind: 'campaign.started', payload: about(campaign) });
    return success(presentCampaign(campaign, work.serviceDay));
  },
});

/** Takes it off all screens before its time. */
export const withdrawCampaign = queueCommand({
  name: 'campaign.withdraw',
  input: z.strictObject({ campaignId: idSchema }),
  ...ofCampaign,
  async run(work, { campaignId }) {
    const before = find(work, campaignId);
    if (!before) return over;
    const campaign: Campaign = { ...before, endedAt: work.now, withdrawn: true, updatedAt: work.now };
    work.saveCampaign(campaign);
    await work.clearDeadline('campaign.starts', campaignId);
    await work.clearDeadline('campaign.ends', campaignId);
    work.record({ kind: 'campaign.withdrawn', payload: about(campaign) });
    return success(presentCampaign(campaign, work.serviceDay));
  },
});

/** Its first day has come: the views of the hall are made again, and it is in them. */
export function startCampaign(work: Work, { subjectId }: Deadline): void {
  const campaign = find(work, subjectId);
  if (campaign) work.record({ kind: 'campaign.started', payload: about(campaign) });
}

/** Its last day is over. */
export function endCampaign(work: Work, { subjectId }: Deadline): void {
  const campaign = find(work, subjectId);
  if (!campaign) return;
  work.saveCampaign({ ...campaign, endedAt: work.now, updatedAt: work.now });
  work.record({ kind: 'campaign.ended', payload: about(campaign) });
}
