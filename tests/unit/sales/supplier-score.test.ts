import { expect, test } from 'vitest';
import { amountOf } from '@/lib/sales/amount';
import { AFTER_SALES_POINTS, isDefect, isExplained, searchKey } from '@/lib/sales/sale';
import { supplierScores } from '@/lib/sales/supplier-score';

test('a device counts once, however often it came back, and a repair is no return', () => {
  const sales = ['a', 'b', 'c', 'd'].map((id) => ({ id, supplierId: 'north' }));
  const cases = [
    { saleId: 'a', kind: 'exchange' as const, defect: true },
    { saleId: 'a', kind: 'return' as const, defect: true },
    { saleId: 'b', kind: 'return' as const, defect: false },
    { saleId: 'c', kind: 'repair' as const, defect: true },
    { saleId: 'c', kind: 'repair' as const, defect: false },
    { saleId: 'sold before', kind: 'repair' as const, defect: true },
  ];
  expect(supplierScores([...sales, { id: 'e', supplierId: 'south' }], cases)).toEqual([
    { supplierId: 'north', sold: 4, faulty: 1, repaired: 1, passRate: 0.75, repairRate: 0.25 },
    { supplierId: 'south', sold: 1, faulty: 0, repaired: 0, passRate: 1, repairRate: 0 },
  ]);
  expect(supplierScores([], cases)).toEqual([]);
});

test('the sheet is complete with every point', () => {
  expect(isExplained(AFTER_SALES_POINTS)).toBe(true);
  expect(isExplained(AFTER_SALES_POINTS.slice(1))).toBe(false);
});

test('what the customer did to the device is not its fault', () => {
  expect([isDefect('battery'), isDefect('damage'), isDefect('changedMind')]).toEqual([true, false, false]);
});

test('a model is found however it is written', () => {
  expect(searchKey('Mate-60 Pro')).toBe(searchKey('mate60pro'));
});

test.each([
  ['2999', 299900],
  ['2,999', 299900],
  ['2999.5', 299950],
  ['2999,50', 299950],
  ['¥ 12,999.00', 1299900],
  ['', null],
  ['abc', null],
  ['1.234', null],
  ['-5', null],
])('the amount "%s" is %s', (text, cents) => {
  expect(amountOf(text)).toBe(cents);
});
