import { columnOf } from '@/lib/platform/db/written-rows';

/**
 * The rules of the house that Biome cannot express (docs/decisions/0003-house-rules.md). Pure, so that the rules are tested too:
 * a file in, complaints out.
 */
export type HouseFile = { path: string; text: string };

/** Folders of lib that hold machinery. All others are features and keep to the vocabulary of files. */
const machinery = new Set(['core', 'platform', 'door', 'realtime', 'auth', 'api', 'i18n']);

/** The files of a feature that reach outside: database, processes, sessions. All its other files are pure. */
const impureFiles = new Set([
  'repository',
  'queries',
  'commands',
  'steps',
  'duties',
  'deadline-handlers',
  'cache',
  'loaders',
  'actions',
  'routes',
  'cli',
]);

/** The demo plays through commands: an act of it, and the list of acts. */
const demoAct = /^(acts?|[a-z-]+-act)$/;

/** Knows neither database nor environment. */
function isPure({ folder, feature, name }: Place): boolean {
  return feature && !impureFiles.has(name) && !(folder === 'demo' && demoAct.test(name));
}

/** What a feature keeps to itself; other features use its commands, queries, schemas and pure rules. */
const privateFiles = new Set(['repository', 'cache', 'loaders', 'actions', 'routes', 'cli']);

/** Names that say nothing about what is inside. */
const vagueNames = /^(index|utils?|helpers?|misc|common|shared|types?|constants?|lib|service|services|manager|stuff)$/;

/** Complaints about one file, each with what to do instead. Empty when the house is in order. */
export function checkFile(file: HouseFile): string[] {
  return [
    ...checkName(file),
    ...checkImports(file),
    ...checkPurity(file),
    ...checkTests(file),
    ...checkLoadedLater(file),
    ...checkWords(file),
    ...checkColumns(file),
  ].map((complaint) => `${file.path}: ${complaint}`);
}

type Place = { folder: string; feature: boolean; name: string };

/** Where in lib a file stands, or null elsewhere. */
function placeInLib(path: string): Place | null {
  const [top, folder = '', ...rest] = path.split('/');
  if (top !== 'lib' || rest.length === 0) return null;
  return { folder, feature: !machinery.has(folder), name: (rest.at(-1) ?? '').replace(/\.tsx?$/, '') };
}

function checkName({ path }: HouseFile): string[] {
  if (!/\.tsx?$/.test(path)) return [];
  const complaints: string[] = [];
  const name = (path.split('/').at(-1) ?? '').replace(/(\.d|\.test|\.\w+\.test)?\.tsx?$/, '');
  if (vagueNames.test(name)) complaints.push(`"${name}" does not say what is inside; name it after what it holds`);
  if (!/^(lib|components)\//.test(path)) return complaints;
  const place = placeInLib(path);
  if (path.startsWith('lib/') && path.endsWith('.tsx')) complaints.push('elements belong in components or app');
  if (place?.feature && path.split('/').length > 3) complaints.push('a feature is one folder without folders inside');
  if (path.split('/').length < 3) complaints.push('belongs into the folder of a feature');
  return complaints;
}

/** What a file imports, as written; comments don't count. */
export function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const patterns = [/\b(?:import|export)\b[^;'"()]*?\bfrom\s*['"]([^'"]+)['"]/g, /\bimport\s*\(?\s*['"]([^'"]+)['"]/g];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** `@/lib/…` and relative imports as paths from the root; packages as they are. */
function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (!specifier.startsWith('.')) return specifier;
  const steps = [...from.split('/').slice(0, -1), ...specifier.split('/')];
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

function checkImports({ path, text }: HouseFile): string[] {
  if (!/\.tsx?$/.test(path)) return [];
  const complaints: string[] = [];
  const here = placeInLib(path);
  for (const specifier of importsOf(text)) {
    const target = resolveImport(path, specifier);
    const there = placeInLib(target);
    if (/^(socket\.io|@socket\.io)/.test(target) && !/^(lib\/realtime|tests)\//.test(path)) {
      if (!(path === 'components/live/use-live-view.ts' && target === 'socket.io-client')) {
        complaints.push(`${specifier}: socket.io lives in lib/realtime and components/live/use-live-view.ts only`);
      }
    }
    if (!here || !there || here.folder === there.folder) continue;
    if (here.feature && privateFiles.has(there.name)) {
      complaints.push(`${specifier}: features meet through commands, queries, schemas and pure rules`);
    }
    if (isPure(here) && (impureFiles.has(there.name) || ['platform', 'door', 'api'].includes(there.folder))) {
      complaints.push(`${specifier}: a pure file knows neither database nor environment; pass it what it needs`);
    }
    if (here.folder === 'core') complaints.push(`${specifier}: core imports nothing of the house`);
    if (here.folder === 'platform' && there.feature) {
      complaints.push(`${specifier}: the platform carries the features and does not know them`);
    }
  }
  return complaints;
}

/**
 * A part that is loaded later must have its own place to wait in: without one the whole page gives way to its loading
 * state when the part is first opened.
 */
function checkLoadedLater({ path, text }: HouseFile): string[] {
  if (!/\.tsx$/.test(path) || !/from 'next\/dynamic'/.test(text)) return [];
  const parts = text.match(/\bdynamic\(/g)?.length ?? 0;
  const places = text.match(/\bloading:|\bssr: false/g)?.length ?? 0;
  return parts > places ? ['dynamic() without `loading` or `ssr: false` makes the whole page flicker'] : [];
}

const now = /\bDate\.now\(\)|\bnew Date\(\)/;
const outside = /\bMath\.random\(|\bprocess\.(env|cwd)\b|\bset(Timeout|Interval)\(|\bfetch\(|\bconsole\./;

function checkPurity({ path, text }: HouseFile): string[] {
  const place = placeInLib(path);
  if (!place?.feature || place.name === 'cli') return [];
  const complaints: string[] = [];
  if (now.test(text)) complaints.push('time is a parameter: take `now` or a clock instead of asking for it');
  if (isPure(place) && outside.test(text)) {
    complaints.push(`a pure file does not use ${text.match(outside)?.[0]}…; pass it what it needs`);
  }
  return complaints;
}

const postponed = /\b(test|it|describe)(\.\w+)*\.(skip|only|todo|fixme|skipIf|runIf)\b/;

function checkTests({ path, text }: HouseFile): string[] {
  if (!path.startsWith('tests/') || isAboutRules(path)) return [];
  const complaints: string[] = [];
  if (postponed.test(text)) complaints.push('a test is run or removed, not skipped');
  if (/\bwaitForTimeout\(/.test(text)) complaints.push('wait for what must happen, not for a time');
  if (/\bretries:\s*[1-9]|\bretry:\s*[1-9]/.test(text)) complaints.push('a test that fails now and then is wrong');
  return complaints;
}

const forbidden: [RegExp, string][] = [
  [/\b(TODO|FIXME|XXX)\b/, 'finish it, or write an issue'],
  [/@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/, 'solve what the checker says'],
  [/(^|[\s"'`(=:])\/(work|tmp\/w|root|home\/\w+)\//m, 'a path of one machine'],
  [/\b(registry|npm)\.[\w-]+\.(internal|local|corp)\b/, 'a host of one network'],
];

function checkWords({ path, text }: HouseFile): string[] {
  if (isAboutRules(path) || path === 'package-lock.json') return [];
  return forbidden.flatMap(([pattern, why]) => {
    const found = text.match(pattern);
    return found ? [`"${found[0].trim()}": ${why}`] : [];
  });
}

/** `insertRows` (lib/platform/db) knows a column by its field's name, so every model names its columns by one rule. */
function checkColumns({ path, text }: HouseFile): string[] {
  if (!/^prisma\/models\/.*\.prisma$/.test(path)) return [];
  return [...text.matchAll(/^ {2}(\w+) +(String|Int|Float|Boolean|DateTime|Json|Bytes)\b(.*)$/gm)].flatMap(
    ([, field = '', , attributes = '']) => {
      const wanted = columnOf(field);
      const column = /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? field;
      return column === wanted ? [] : [`the column of "${field}" is called "${column}"; it must be "${wanted}"`];
    },
  );
}

/** The rules and their test must name what they forbid. */
function isAboutRules(path: string): boolean {
  return /^tests\/(house|unit\/house)\//.test(path);
}
