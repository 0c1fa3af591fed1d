import { expect, it } from 'vitest';
import { readMarkup } from '@/lib/knowledge/light-markup';

it('reads headings, lists, steps, bold and paragraphs', () => {
  expect(readMarkup('# Head\nline one\nline **two**\n\n- a\n- b\n1. first')).toEqual([
    { kind: 'heading', spans: [{ text: 'Head', bold: false }] },
    {
      kind: 'paragraph',
      spans: [
        { text: 'line one line ', bold: false },
        { text: 'two', bold: true },
      ],
    },
    { kind: 'list', items: [[{ text: 'a', bold: false }], [{ text: 'b', bold: false }]] },
    { kind: 'steps', items: [[{ text: 'first', bold: false }]] },
  ]);
});

it('keeps what looks like a tag as it was typed', () => {
  expect(readMarkup('<script>alert(1)</script>')).toEqual([
    { kind: 'paragraph', spans: [{ text: '<script>alert(1)</script>', bold: false }] },
  ]);
});

it('takes an unfinished mark for letters', () => {
  expect(readMarkup('half **bold')).toEqual([{ kind: 'paragraph', spans: [{ text: 'half **bold', bold: false }] }]);
});
