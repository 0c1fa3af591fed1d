import { createTranslator, type Messages } from 'next-intl';
import type { Locale } from '@/lib/core/locale';
import { formatHallDateTime } from '@/lib/i18n/hall-time';
import { localName } from '@/lib/i18n/local-name';
import type { TicketSlip } from '@/lib/tickets/slip';
import { sayEstimate } from '@/lib/waiting/say-estimate';
import type { CodePage } from './printer';

/** What stands on a slip, in one language. */
export interface SlipTexts {
  hall: string;
  numberLabel: string;
  number: string;
  service: string;
  /** The service in the hall's other language. */
  secondService: string;
  facts: { label: string; value: string }[];
  papersLabel: string;
  papers: string[];
  followUrl: string;
  followLabel: string;
  closing: string;
  time: string;
}

/** A slip's language, when the printer can write it; otherwise English, which every printer can. */
export function printableLocale(locale: Locale, codePage: CodePage): Locale {
  return locale === 'zh-CN' && codePage !== 'gb18030' ? 'en' : locale;
}

/** The texts of a slip for a printer; `messages` of the language that `printableLocale` says. */
export function slipTexts(slip: TicketSlip, codePage: CodePage, messages: Messages): SlipTexts {
  const locale = printableLocale(slip.locale, codePage);
  const t = createTranslator({ locale, messages, namespace: 'guide.slip' });
  const common = createTranslator({ locale, messages, namespace: 'common' });
  const estimates = createTranslator({ locale, messages, namespace: 'estimate' });
  const second = slip.secondLocale && printableLocale(slip.secondLocale, codePage);
  const facts: SlipTexts['facts'] = [];
  if (slip.peopleAhead !== null)
    facts.push({ label: t('ahead'), value: common('people', { count: slip.peopleAhead }) });
  if (slip.estimate) facts.push({ label: t('estimate'), value: sayEstimate(estimates, slip.estimate) });
  if (slip.zoneNames) facts.push({ label: t('zone'), value: localName(slip.zoneNames, locale) });
  return {
    hall: localName(slip.hallNames, locale),
    numberLabel: t('number'),
    number: slip.number,
    service: localName(slip.serviceNames, locale),
    secondService: second && second !== locale ? localName(slip.serviceNames, second) : '',
    facts,
    papersLabel: t('bring'),
    papers: slip.papers.map((names) => localName(names, locale)),
    followUrl: slip.followUrl,
    followLabel: t('follow'),
    closing: t('wait'),
    time: formatHallDateTime(slip.issuedAt, locale, slip.timeZone),
  };
}
