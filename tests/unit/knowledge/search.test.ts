import { describe, expect, it } from 'vitest';
import { DEMO_ARTICLES } from '@/lib/demo/demo-articles';
import { type Posting, rank } from '@/lib/knowledge/ranking';
import { articleTerms, excerpt, querySlots } from '@/lib/knowledge/search-terms';

/** The index as the database keeps it, in memory. */
const index = new Map<string, Posting[]>();
for (const [i, { content }] of DEMO_ARTICLES.entries())
  for (const [term, weight] of articleTerms(content))
    index.set(term, [...(index.get(term) ?? []), { articleId: String(i), weight }]);

function search(question: string): string[] {
  const slots = querySlots(question).map((terms) => terms.flatMap((term) => index.get(term) ?? []));
  return rank(slots, DEMO_ARTICLES.length).map((id) => DEMO_ARTICLES[Number(id)]?.content.title.en ?? '');
}

describe('what a question looks for', () => {
  it('takes Chinese by pairs of characters, and words of other scripts by their stem', () => {
    expect(querySlots('补办SIM卡')).toEqual([['补办'], ['sim', '^sim'], ['卡']]);
    expect(querySlots('Invoices')).toEqual([['invoic', '^invoices']]);
  });

  it('makes nothing of accents, capitals and full-width letters', () => {
    expect(querySlots('Móviles ＳＩＭ')).toEqual(querySlots('moviles sim'));
  });

  it('leaves out what every question has', () => {
    expect(querySlots('请问怎么补卡')).toEqual([['补卡']]);
    expect(querySlots('how do I')).toEqual([]);
    expect(querySlots(' ?!。 ')).toEqual([]);
  });

  it('takes plural and singular, in both languages, for one', () => {
    const stems = ['plan', 'plans', 'planes'].map((word) => querySlots(word)[0]?.[0]);
    expect(new Set(stems).size).toBe(1);
  });

  it('is not stretched by a long question', () => {
    expect(querySlots('宽带移机搬家新地址没有端口怎么办'.repeat(10)).length).toBeLessThanOrEqual(24);
  });
});

describe('the demo hall finds', () => {
  it.each([
    ['补卡', 'Replace a lost or damaged SIM'],
    ['手机卡丢了要带什么', 'Replace a lost or damaged SIM'],
    ['携号转网', 'Number transfer: keep your number'],
    ['搬家宽带', 'Move home broadband to a new address'],
    ['5g套餐多少钱', '5G plans'],
    ['发票', 'Get an invoice'],
    ['漫游资费', 'International roaming'],
    ['过户', 'Real-name registration and change of holder'],
    ['lost sim', 'Replace a lost or damaged SIM'],
    ['roam', 'International roaming'],
    ['cancel contract', 'Cancel a contract or close the number'],
    ['factura', 'Get an invoice'],
    ['traslado banda ancha', 'Move home broadband to a new address'],
  ])('%s: %s', (question, title) => {
    expect(search(question)[0]).toBe(title);
  });

  it('nothing where nobody wrote about it', () => {
    expect(search('zebra')).toEqual([]);
  });
});

describe('order', () => {
  const at = (articleId: string, weight = 1): Posting => ({ articleId, weight });

  it('prefers what few articles have, and those that have all of it', () => {
    expect(rank([[at('a'), at('b'), at('c')], [at('b')]], 3)[0]).toBe('b');
  });

  it('prefers a title to a body', () => {
    expect(rank([[at('body'), at('title', 12)]], 50)).toEqual(['title', 'body']);
  });

  it('leaves out answers much weaker than the best', () => {
    const rare = [at('best', 40)];
    const common = ['best', ...Array.from({ length: 40 }, (_, i) => `other${i}`)].map((id) => at(id));
    expect(rank([rare, common], 41)).toEqual(['best']);
  });
});

it('shows the words around what was found', () => {
  const text = `# 说明\n\n办理前请结清话费。${'客户须知。'.repeat(20)}**代办**须带双方证件。`;
  expect(excerpt(text, '代办', 20)).toContain('代办');
  expect(excerpt(text, '代办', 20)).toMatch(/^…/);
  expect(excerpt('short text', 'nothing')).toBe('short text');
});
