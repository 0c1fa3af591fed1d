import { z } from 'zod';
import { daySchema } from '@/lib/promotions/schema';
import { CAMPAIGN_STATES } from './campaign';
import { displayWidth, TEXT_WIDTH, TITLE_WIDTH } from './display-width';

/** Short enough to be read on the lobby display in one look: cut off, a promise may become another one. */
function fits(width: number) {
  return (text: string, context: z.RefinementCtx) => {
    if (displayWidth(text) > width)
      context.addIssue({
        code: 'too_big',
        origin: 'string',
        maximum: width,
        inclusive: true,
        input: text,
        message: `at most ${width} letters; a Chinese character counts as two`,
      });
  };
}
const title = z.string().trim().min(1).max(TITLE_WIDTH).superRefine(fits(TITLE_WIDTH));
const text = z.string().trim().max(TEXT_WIDTH).superRefine(fits(TEXT_WIDTH)).default('');

const fields = {
  titles: z.object({ 'zh-CN': title, en: title, es: title }),
  texts: z.object({ 'zh-CN': text, en: text, es: text }),
  firstDay: daySchema,
  lastDay: daySchema,
  /** Smaller ones are shown first. */
  sort: z.int().min(0).max(999),
};

export const planCampaignBody = z.strictObject({ ...fields, sort: fields.sort.default(0) });

/** What is left out stays as it is. */
export const changeCampaignBody = z.strictObject(fields).partial();

const names = z.record(z.string(), z.string());

/** For everybody: what the lobby display, the hall's page and the door show. */
export const publicCampaignSchema = z.object({
  id: z.string(),
  titles: names,
  texts: names,
  firstDay: z.string(),
  lastDay: z.string(),
});
export type PublicCampaign = z.infer<typeof publicCampaignSchema>;

export const campaignSchema = publicCampaignSchema.extend({
  sort: z.int(),
  state: z.enum(CAMPAIGN_STATES),
  endedAt: z.string().nullable(),
});
export type CampaignView = z.infer<typeof campaignSchema>;
