import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/config';
import type en from '@/lib/i18n/messages/en.json';

type Messages = { [key: string]: string | Messages };

const folder = join(process.cwd(), 'lib', 'i18n', 'messages');
const read = (locale: string): Messages => JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8'));

function flat(messages: Messages, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [path, text] of flat(value, `${prefix}${key}.`)) all.set(path, text);
  }
  return all;
}

/** The parts in the outermost braces: `a {b} c {d {e}}` → `b`, `d {e}`. */
function braced(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === '{' && depth++ === 0) start = at + 1;
    if (character === '}' && --depth === 0) parts.push([...text].slice(start, at).join(''));
  }
  return parts;
}

/** What a text needs to be given: `{count, plural, one {…} other {…}}` → `count plural`, and tags. */
function placeholders(text: string): string[] {
  const values = braced(text).flatMap((part) => {
    const [name = '', kind = 'value', ...rest] = part.split(',').map((piece) => piece.trim());
    return [`${name} ${kind}`, ...braced(rest.join(',')).flatMap(placeholders)];
  });
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, tag]) => `<${tag}>`);
  return [...new Set([...values, ...tags])].sort();
}

const reference = flat(read('en'));

describe.each(locales.filter((locale) => locale !== 'en'))('messages of %s', (locale) => {
  const messages = flat(read(locale));

  it('has the same keys', () => {
    expect([...messages.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  it('has the same placeholders', () => {
    const different = [...reference]
      .filter(([key, text]) => {
        const other = messages.get(key);
        return other !== undefined && placeholders(text).join() !== placeholders(other).join();
      })
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  it('has no empty text', () => {
    expect([...messages].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

it('writes Chinese with Chinese punctuation', () => {
  const halfWidth = [...flat(read('zh-CN'))].filter(([, text]) => /[\u4e00-\u9fff”][,;:?!]/.test(text));
  expect(halfWidth).toEqual([]);
});

/** All that the product is written in, but the texts. */
function sources(): string {
  const files = ['app', 'components', 'lib'].flatMap((root) =>
    readdirSync(join(process.cwd(), root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(process.cwd(), root, name)),
  );
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

it('has no text that nothing says', () => {
  const source = sources();
  const words = new Set(source.match(/[A-Za-z_][\w-]*/g));
  // Names that are put together: `face${score}`, `${step}Hint`.
  const made = [...source.matchAll(/`([\w.-]*\$\{[^`\n]*)`/g)].flatMap(([, template = '']) => {
    const last =
      template
        .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '*')
        .split('.')
        .at(-1) ?? '';
    return /^[\w*-]*$/.test(last) && /\w/.test(last) ? [new RegExp(`^${last.replaceAll('*', '.+')}$`)] : [];
  });
  const unsaid = [...reference.keys()].filter((key) => {
    const last = key.split('.').at(-1) ?? '';
    return !words.has(last) && !/^\d+$/.test(last) && !made.some((name) => name.test(last));
  });
  expect(unsaid).toEqual([]);
});

it('sees the placeholders inside plurals, and no words', () => {
  expect(placeholders('{n, plural, =0 {none} other {# of {all}}} <b>{who}</b>')).toEqual([
    '<b>',
    'all value',
    'n plural',
    'who value',
  ]);
});

it('is formatted by the full ICU formatter too', () => {
  for (const locale of locales) {
    const messages = read(locale) as typeof en;
    const t = createTranslator({ locale, messages, namespace: 'common' });
    expect(t('minutes', { minutes: 3 })).toMatch(/^3 /);
  }
});
