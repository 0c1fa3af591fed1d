import { expect, it } from 'vitest';
import { ERROR_CODES } from '@/lib/core/errors';
import messages from '@/lib/i18n/messages/en.json';

it('has a text for a person for every error code', () => {
  const missing = Object.keys(ERROR_CODES).filter((code) => !(code in messages.errors));
  expect(missing).toEqual([]);
});
