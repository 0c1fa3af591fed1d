import path from 'node:path';

/** The databases the house runs on. Each has its own generated client and its own migrations. */
export const providers = ['sqlite', 'postgresql'] as const;
export type Provider = (typeof providers)[number];

/** Which database a DATABASE_URL means. Throws with a message for the person who set it. */
export function providerOf(url: string): Provider {
  if (url.startsWith('file:')) return 'sqlite';
  if (url.startsWith('postgres://') || url.startsWith('postgresql://')) return 'postgresql';
  throw new Error(
    `DATABASE_URL must start with "file:" (SQLite) or "postgresql://", but it starts with "${url.slice(0, 12)}".`,
  );
}

/** Absolute path of the SQLite file behind a `file:` URL; relative ones count from the working directory. */
export function sqliteFile(url: string): string {
  return path.resolve(url.slice('file:'.length));
}
