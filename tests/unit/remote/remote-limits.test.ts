import { expect, it } from 'vitest';
import { openTicketOf, samePhone } from '@/lib/remote/remote-limits';
import { buildTicket } from '../../factories/ticket';

it('knows a phone number however it is written', () => {
  expect(samePhone('138 0013 8000', '+86 13800138000')).toBe(true);
  expect(samePhone('0086-138-0013-8000', '13800138000')).toBe(true);
  expect(samePhone('13800138000', '13800138001')).toBe(false);
});

it('finds the open ticket of a device or phone, and no ended one', () => {
  const open = buildTicket({ id: 'a', customerPhone: '13800138000' });
  const ended = buildTicket({ id: 'b', status: 'completed', customerPhone: '13900139000' });
  const person = (phone?: string, ...ids: string[]) => ({ deviceTickets: new Set(ids), phone });
  expect(openTicketOf([open, ended], person('138-0013-8000'))?.id).toBe('a');
  expect(openTicketOf([open, ended], person(undefined, 'a'))?.id).toBe('a');
  expect(openTicketOf([open, ended], person('13900139000', 'b'))).toBeUndefined();
  expect(openTicketOf([open, ended], person())).toBeUndefined();
});
