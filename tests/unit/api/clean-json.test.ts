import { expect, test } from 'vitest';
import { strangeValue } from '@/lib/api/clean-json';

test.each([
  [{ a: { b: ['ok', 'x\0'] } }, 'a.b.1'],
  [{ name: '\uD800' }, 'name'],
  [JSON.parse('{"a":{"__proto__":{}}}'), 'a'],
  [{ 'k\0': 1 }, ''],
])('names the place of what is no text: %j', (value, path) => {
  expect(strangeValue(value)?.path).toBe(path);
});

test('other languages, emoji and every plain type are clean', () => {
  expect(strangeValue({ a: '你好 ñ 👨‍👩‍👧', b: [1, null, true, ''], constructor: 'x' })).toBeNull();
});

test('endless nesting is refused without following it', () => {
  let value: unknown = 1;
  for (let i = 0; i < 100_000; i++) value = [value];
  expect(strangeValue(value)).toMatchObject({ message: 'is nested too deeply' });
});
