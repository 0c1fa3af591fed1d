import { LOCALES } from '@/lib/core/locale';
import { ARTICLE_PARTS, type ArticleContent, type ArticlePart } from './article';

/** One thing that is looked for: any of its terms will do. */
export type QuerySlot = readonly string[];

/** Asked in every second question, and saying nothing of what is meant. */
const EMPTY_WORDS = new Set(
  (
    'a an and are at be by can do does for from how i if in is it my of on or that the this to what when where which ' +
    'with you your al como con cual cuando de del donde el en es esta este la las lo los me mi para por puedo que se ' +
    'si su un una y'
  ).split(' '),
);
/** The same in Chinese, where words are not set apart. */
const EMPTY_PHRASES = /请问|怎么样|怎么|如何|什么|多少|哪里|可以|需要|我想|我要|一下|[吗呢啊吧的了]/g;

/** Chinese runs, or words of other scripts: "5G套餐" is a word and a run. */
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

const LONGEST_WORD = 32;
const MOST_SLOTS = 24;
const SHORTEST_PREFIX = 2;
const LONGEST_PREFIX = 12;

const WEIGHTS: Record<ArticlePart, number> = { title: 12, bring: 3, duration: 3, cost: 3, where: 3, body: 1 };
const MOST_IN_PART = 4;

/** Full-width letters, capitals and accents make no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
}

/** "planes", "plane" and "plan" are one term: looked for and found by the same rule, it need not be right grammar. */
function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  return word
    .replace(/s$/, '')
    .replace(/(?<=..)[eo]$/, '')
    .slice(0, LONGEST_WORD);
}

/** Two neighbouring characters are a Chinese word more often than not. */
function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

function prefixTerm(word: string): string {
  return `^${word.slice(0, LONGEST_PREFIX)}`;
}

/**
 * The terms under which an article is found, each with its weight: pairs of Chinese characters and the single ones, words
 * of other languages by their stem, and the beginnings of the title's words, for those who are still typing.
 */
export function articleTerms(content: ArticleContent): Map<string, number> {
  const terms = new Map<string, number>();
  for (const part of ARTICLE_PARTS) {
    const counts = new Map<string, number>();
    const count = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const locale of LOCALES)
      for (const [run] of plain(content[part][locale]).matchAll(RUNS)) {
        if (HAN.test(run)) for (const term of [...pairs(run), ...run]) count(term);
        else if (!EMPTY_WORDS.has(run)) {
          count(stem(run));
          if (part !== 'title') continue;
          for (let length = SHORTEST_PREFIX; length <= Math.min(run.length, LONGEST_PREFIX); length++)
            counts.set(prefixTerm(run.slice(0, length)), 1);
        }
      }
    for (const [term, found] of counts)
      terms.set(term, (terms.get(term) ?? 0) + WEIGHTS[part] * Math.min(found, MOST_IN_PART));
  }
  return terms;
}

/** What a question looks for. Empty when it says nothing: blanks, punctuation, "how do I". */
export function querySlots(question: string): QuerySlot[] {
  const text = plain(question);
  const runs = [...text.replaceAll(EMPTY_PHRASES, ' ').matchAll(RUNS)].map(([run]) => run);
  const slots: QuerySlot[] = [];
  const seen = new Set<string>();
  for (const run of runs) {
    const found: QuerySlot[] = HAN.test(run)
      ? ([...run].length === 1 ? [run] : pairs(run)).map((term) => [term])
      : EMPTY_WORDS.has(run)
        ? []
        : [run.length >= SHORTEST_PREFIX ? [stem(run), prefixTerm(run)] : [stem(run)]];
    for (const slot of found) {
      const key = slot.join(' ');
      if (seen.has(key)) continue;
      seen.add(key);
      slots.push(slot);
    }
  }
  return slots.slice(0, MOST_SLOTS);
}

/** A few words of a text around what was looked for, so that one sees why it was found. */
export function excerpt(text: string, question: string, length = 80): string {
  const flat = text
    .replaceAll(/[#*]+/g, '')
    .replaceAll(/^\s*(?:-|\d+\.)\s+/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const lower = flat.toLowerCase();
  const places = [...question.toLowerCase().replaceAll(EMPTY_PHRASES, ' ').matchAll(RUNS)]
    .flatMap(([run]) => (HAN.test(run) ? [run, ...pairs(run)] : EMPTY_WORDS.has(run) ? [] : [run]))
    .map((word) => lower.indexOf(word))
    .filter((place) => place >= 0);
  const first = Math.min(...places, flat.length);
  const wanted = first === flat.length ? 0 : Math.max(0, first - Math.floor(length / 3));
  // Not in the middle of a word; Chinese has no blanks to stop at.
  const blank = flat.lastIndexOf(' ', wanted);
  const begin = wanted - blank < 20 ? blank + 1 : wanted;
  const end = begin + length;
  return `${begin > 0 ? '…' : ''}${flat.slice(begin, end).trim()}${end < flat.length ? '…' : ''}`;
}
