import { expect, it } from 'vitest';
import { type Campaign, campaignState, campaignTimes, runningCampaigns } from '@/lib/campaigns/campaign';

const names = { 'zh-CN': 'x', en: 'x', es: 'x' };
function campaign(over: Partial<Campaign>): Campaign {
  return {
    id: 'a',
    hallId: 'h',
    titles: names,
    texts: names,
    firstDay: '2026-03-02',
    lastDay: '2026-03-04',
    sort: 0,
    createdAt: new Date(0),
    createdBy: 'staff:x',
    updatedAt: new Date(0),
    endedAt: null,
    withdrawn: false,
    ...over,
  };
}

it.each([
  ['2026-03-01', 'planned'],
  ['2026-03-02', 'running'],
  ['2026-03-04', 'running'],
  ['2026-03-05', 'ended'],
])('on %s it is %s', (today, state) => {
  expect(campaignState(campaign({}), today)).toBe(state);
});

it('is withdrawn whatever its days', () => {
  expect(campaignState(campaign({ withdrawn: true }), '2026-03-03')).toBe('withdrawn');
});

it('runs from midnight to midnight of the hall’s zone', () => {
  expect(campaignTimes(campaign({}), 'America/New_York')).toEqual({
    startsAt: new Date('2026-03-02T05:00:00Z'),
    endsAt: new Date('2026-03-05T05:00:00Z'),
  });
});

it('shows what runs, in the order that was chosen, then by first day', () => {
  const all = [
    campaign({ id: 'late', firstDay: '2026-03-03' }),
    campaign({ id: 'second', sort: 2 }),
    campaign({ id: 'first' }),
    campaign({ id: 'planned', firstDay: '2026-03-04' }),
    campaign({ id: 'gone', withdrawn: true }),
  ];
  expect(runningCampaigns(all, '2026-03-03').map(({ id }) => id)).toEqual(['first', 'late', 'second']);
});
