/** Why a customer gives his number up, as he may say it on his page. */
export const LEAVE_REASONS = ['wait-too-long', 'another-day', 'not-needed'] as const;
