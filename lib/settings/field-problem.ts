/** What is wrong with a field: a text under `settings.problem` and its values. */
export interface ProblemText {
  key:
    | 'required'
    | 'tooShort'
    | 'tooLong'
    | 'atLeast'
    | 'atMost'
    | 'timeAtLeast'
    | 'timeAtMost'
    | 'number'
    | 'time'
    | 'clock'
    | 'date'
    | 'letter'
    | 'code'
    | 'username'
    | 'slug'
    | 'timeZone'
    | 'chooseOne'
    | 'tooMany'
    | 'onceEach'
    | 'aboveLimit'
    | 'closesFirst'
    | 'overlap'
    | 'codeFixed'
    | 'ticketsOpen'
    | 'goneChoice'
    | 'exists'
    | 'lapseFirst'
    | 'placeMissing'
    | 'address'
    | 'ladderOrder'
    | 'currency'
    | 'privateHost'
    | 'invalid';
  limit?: number;
}

/** As zod and the commands tell it. */
export interface Issue {
  path: string;
  message: string;
  code?: string | undefined;
  origin?: string | undefined;
  minimum?: unknown;
  maximum?: unknown;
  /** Nothing was given. */
  missing?: boolean;
}

const said: Record<string, ProblemText['key']> = {
  'not above the limit': 'aboveLimit',
  'not before it is late': 'lapseFirst',
  'needs the place of the hall': 'placeMissing',
  'each language once': 'onceEach',
  'each code once': 'onceEach',
  'spans must follow each other': 'overlap',
  'must close after it opens': 'closesFirst',
  'a time zone such as Asia/Shanghai': 'timeZone',
  'a code cannot be changed': 'codeFixed',
  'tickets are open': 'ticketsOpen',
  'the owner is warned first, then the shift lead, then the manager': 'ladderOrder',
  'a currency such as CNY': 'currency',
  'no such zone in this hall': 'goneChoice',
  'no such service in this hall': 'goneChoice',
  'there is no such hall': 'goneChoice',
  'is not an address': 'address',
  'must begin with https://': 'address',
  'must not hold a password': 'address',
  'must not lead into a private network': 'address',
  'not a kiosk of this hall': 'goneChoice',
  'not an address of a private network': 'privateHost',
};

/** The text for one issue of a field. Durations are told in minutes, texts by their length. */
export function problemText(issue: Issue): ProblemText {
  const known = said[issue.message];
  if (known) return { key: known };
  const field = issue.path.split(/[.[]/)[0] ?? '';
  const last = issue.path.split(/[.\]]/).filter(Boolean).at(-1) ?? '';
  const isTime = field.endsWith('Seconds');
  const isClock = last === 'opens' || last === 'closes';
  if (issue.missing) return { key: isTime ? 'time' : isClock ? 'clock' : 'required' };
  switch (issue.code) {
    case 'invalid_type':
      return { key: isTime ? 'time' : issue.origin === 'number' || isNumber(field) ? 'number' : 'required' };
    case 'too_small':
      return sized(issue, Number(issue.minimum), isTime, 'small');
    case 'too_big':
      return sized(issue, Number(issue.maximum), isTime, 'big');
    case 'invalid_union':
      return { key: isClock ? 'clock' : 'invalid' };
    case 'invalid_value':
      return { key: 'chooseOne' };
    case 'invalid_format':
      return { key: formats[last] ?? (isClock ? 'clock' : 'invalid') };
    default:
      return { key: 'invalid' };
  }
}

const formats: Record<string, ProblemText['key']> = {
  code: 'code',
  currency: 'currency',
  date: 'date',
  letter: 'letter',
  slug: 'slug',
  username: 'username',
};

function isNumber(field: string): boolean {
  return [
    'latitude',
    'longitude',
    'number',
    'port',
    'creditMinutes',
    'promiseHours',
    'remedyLimits',
    'warnMinutes',
    'leadMinutes',
    'managerMinutes',
  ].includes(field);
}

function sized(issue: Issue, limit: number, isTime: boolean, which: 'small' | 'big'): ProblemText {
  if (isTime) return { key: which === 'small' ? 'timeAtLeast' : 'timeAtMost', limit };
  if (issue.origin === 'array') return which === 'small' ? { key: 'chooseOne' } : { key: 'tooMany', limit };
  if (issue.origin === 'string') {
    if (which === 'big') return { key: 'tooLong', limit };
    return limit <= 1 ? { key: 'required' } : { key: 'tooShort', limit };
  }
  return { key: which === 'small' ? 'atLeast' : 'atMost', limit };
}
