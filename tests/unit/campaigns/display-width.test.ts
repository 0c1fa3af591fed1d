import { expect, it } from 'vitest';
import { displayWidth } from '@/lib/campaigns/display-width';
import { planCampaignBody } from '@/lib/campaigns/schema';

it.each([
  ['', 0],
  ['Año nuevo', 9],
  ['宽带提速 1000M', 14],
  ['，！', 4],
])('%s takes %i letters', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it('takes what fits on the display and says which text does not', () => {
  const campaign = (title: string) => ({
    titles: { 'zh-CN': title, en: 'x', es: 'x' },
    texts: { 'zh-CN': '', en: '', es: '' },
    firstDay: '2026-03-02',
    lastDay: '2026-03-03',
  });
  expect(planCampaignBody.safeParse(campaign('宽'.repeat(32))).success).toBe(true);
  const refused = planCampaignBody.safeParse(campaign('宽'.repeat(33)));
  expect(refused.error?.issues).toMatchObject([{ code: 'too_big', path: ['titles', 'zh-CN'] }]);
});
