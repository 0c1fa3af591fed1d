import { expect, it } from 'vitest';
import { withoutEmptyColumns } from '@/lib/platform/db/insert-rows';

it.each([
  ['no rows', [], {}, []],
  [
    'a column that is null in all rows goes',
    [
      { a: 1, b: null },
      { a: 2, b: null },
    ],
    {},
    [{ a: 1 }, { a: 2 }],
  ],
  [
    'one value keeps the column',
    [
      { a: 1, b: null },
      { a: 2, b: 3 },
    ],
    {},
    [
      { a: 1, b: null },
      { a: 2, b: 3 },
    ],
  ],
  [
    'defaults go where all rows have them',
    [
      { a: 0, b: 1 },
      { a: 0, b: 1 },
    ],
    { a: 0 },
    [{ b: 1 }, { b: 1 }],
  ],
  ['another value keeps the default', [{ a: 0 }, { a: 5 }], { a: 0 }, [{ a: 0 }, { a: 5 }]],
  ['null is not the default', [{ a: 0 }, { a: null }], { a: 0 }, [{ a: 0 }, { a: null }]],
  ['null alone is not the default either', [{ a: null, b: 1 }], { a: 0 }, [{ a: null, b: 1 }]],
] as const)('%s', (_, rows, defaults, kept) => {
  expect(withoutEmptyColumns([...rows] as object[], defaults)).toEqual(kept);
});
