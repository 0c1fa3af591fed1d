import type { Locale } from '@/lib/i18n/config';

/** What the synthesiser reads for each clip. Chinese is given in pinyin, which it reads without a dictionary. */
export type ClipVoice = {
  /** espeak-ng voice. */
  voice: string;
  wordsPerMinute: number;
  words: Record<string, string>;
};

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function letters(names: Record<string, string> = {}) {
  return Object.fromEntries(alphabet.map((l) => [`letter-${l.toLowerCase()}`, names[l] ?? l]));
}

function numbered(prefix: string, words: string, from = 0, step = 1) {
  return Object.fromEntries(words.split(' ').map((word, i) => [`${prefix}-${from + i * step}`, word]));
}

export const clipVoices: Record<Locale, ClipVoice> = {
  'zh-CN': {
    voice: 'cmn-latn-pinyin+f3',
    wordsPerMinute: 150,
    words: {
      please: 'qing3',
      'number-to': 'hao4 dao4',
      counter: 'hao4 chuang1kou3',
      ...numbered('digit', 'ling2 yao1 er4 san1 si4 wu3 liu4 qi1 ba1 jiu3'),
      'number-1': 'yi1',
      'number-10': 'shi2',
    },
  },
  en: {
    voice: 'en-us+f3',
    wordsPerMinute: 150,
    words: {
      ticket: 'ticket',
      'go-to-counter': 'please go to counter',
      ...letters(),
      ...numbered('digit', 'zero one two three four five six seven eight nine'),
      ...numbered('number', 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10),
      ...numbered('number', 'twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
    },
  },
  es: {
    voice: 'es+f3',
    wordsPerMinute: 150,
    words: {
      ticket: 'turno',
      'go-to-counter': 'diríjase al mostrador',
      and: 'i',
      ...letters(),
      ...numbered('digit', 'cero uno dos tres cuatro cinco seis siete ocho nueve'),
      ...numbered(
        'number',
        'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
        10,
      ),
      ...numbered('number', 'treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
    },
  },
};

/** In Chinese halls the letters are read as in English, by a voice that knows them. */
export const chineseLetters: ClipVoice = { voice: 'en-us+f3', wordsPerMinute: 150, words: letters() };
