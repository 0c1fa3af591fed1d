import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build as bundle } from 'esbuild';

/** What the build is made from. Tests and documents are not in it. */
const SOURCES = [
  'server.ts',
  'app',
  'components',
  'lib',
  'prisma/models',
  'prisma/sqlite/datasource.prisma',
  'prisma/postgresql/datasource.prisma',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** A hash of all sources by name and content, so that a build is known to be of just these. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of SOURCES.flatMap((source) => filesBelow(path.join(root, source))))
    hash.update(`\0${path.relative(root, file)}\0`).update(fs.readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(entry: string): string[] {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs
    .readdirSync(entry)
    .sort()
    .flatMap((name) => filesBelow(path.join(entry, name)));
}

function folder(root: string): string {
  return path.join(root, process.env.NEXT_DIST_DIR ?? '.next');
}

function stampFile(root: string): string {
  return path.join(folder(root), 'source-stamp');
}

/** The server as `npm start` runs it, in the folder of its build: one file, beside what npm has installed. */
export const SERVER_FILE = 'server.mjs';

/** Is there a finished build of the present sources? */
export function isBuilt(root: string): boolean {
  const file = stampFile(root);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === sourceStamp(root);
}

/** Builds the pages and the server, and leaves a stamp of what they were built from. Throws when the build fails. */
export async function build(root: string): Promise<void> {
  const stamp = sourceStamp(root);
  fs.rmSync(stampFile(root), { force: true });
  const next = path.join(root, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('exit', resolve);
  });
  if (code !== 0) throw new Error('The build failed.');
  await bundle({
    absWorkingDir: root,
    entryPoints: ['server.ts'],
    outfile: path.join(folder(root), SERVER_FILE),
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    logLevel: 'error',
  });
  fs.writeFileSync(stampFile(root), stamp);
}
