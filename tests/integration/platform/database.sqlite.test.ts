import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '@/lib/platform/db/client';
import { applyMigrations } from '@/lib/platform/db/migrate';
import { testDatabase, testDatabaseUrl } from '@/tests/support/test-database';

test('SQLite writes durably, in WAL, with foreign keys', async () => {
  const { database } = await testDatabase();
  await database.$transaction(async (tx) => {
    const ask = (pragma: string) => tx.$queryRawUnsafe(`PRAGMA ${pragma}`);
    expect(await ask('synchronous')).toEqual([{ synchronous: 2n }]);
    expect(await ask('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await ask('foreign_keys')).toEqual([{ foreign_keys: 1n }]);
    expect(await ask('busy_timeout')).toEqual([{ timeout: 10_000n }]);
  });
});

test('SQLite makes the folder of its file', async () => {
  const folder = path.join(path.dirname((await testDatabaseUrl()).slice('file:'.length)), 'not', 'yet');
  const url = `file:${path.join(folder, 'hall.db')}`;
  await applyMigrations(url);
  const database = await openDatabase(url);
  expect(await database.hall.count()).toBe(0);
  await database.$disconnect();
});
