import { expect, it } from 'vitest';
import { readTicketCode } from '@/lib/kiosk/ticket-code';

const token = `t_${'aB3-_'.repeat(8)}wxyz`;

it.each([
  [`https://hall.example/t/${token}`, { kind: 'token', token }],
  [token, { kind: 'token', token }],
  ['A012', { kind: 'number', number: 'A012' }],
  [' a 12 ', { kind: 'number', number: 'A012' }],
  ['b-1000', { kind: 'number', number: 'B1000' }],
  [`${token}x`, null],
  ['012', null],
  ['A', null],
  ['A0123456', null],
  ['', null],
])('reads %j', (text, expected) => {
  expect(readTicketCode(text)).toEqual(expected);
});
