import { expect, it } from 'vitest';
import { returnPath } from '@/lib/staff/return-path';

it.each([
  ['/desk/demo/guide', '/desk/demo/guide'],
  ['/desk/demo/counter?counter=3', '/desk/demo/counter?counter=3'],
  [undefined, '/'],
  [['/desk', '/manage'], '/'],
  ['', '/'],
  ['desk', '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example/', '/'],
  ['/\t/elsewhere.example/', '/'],
  ['javascript:alert(1)', '/'],
])('%j goes to %s', (asked, path) => {
  expect(returnPath(asked)).toBe(path);
});
