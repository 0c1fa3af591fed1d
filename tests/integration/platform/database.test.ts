import fs from 'node:fs';
import { expect, test } from 'vitest';
import { applyMigrations, diffModels } from '@/lib/platform/db/migrate';
import { migratedModelsFile, readModels } from '@/lib/platform/db/schema-files';
import { catalogue, runScript } from '@/tests/support/catalogue';
import { emptyDatabaseUrl, testDatabase, testDatabaseUrl, testProvider } from '@/tests/support/test-database';

const at = new Date('2020-01-13T08:00:00Z');
const entry = (id: string) => ({ id, at, actorRef: 'staff:1', action: 'test', subject: 'test' });

test('a migrated database has nothing left to apply', async () => {
  expect(await applyMigrations(await testDatabaseUrl())).toEqual([]);
});

test('the migrations make exactly the tables that the models describe', async () => {
  const script = await diffModels(testProvider(), [], readModels());
  const described = await emptyDatabaseUrl();
  await runScript(described, script ?? '');
  const migrated = await catalogue(await testDatabaseUrl());
  expect(migrated.length).toBeGreaterThan(100);
  expect(migrated).toEqual(await catalogue(described));
});

test('every change of the models has its migration', async () => {
  const migrated = [{ path: 'migrated.prisma', content: fs.readFileSync(migratedModelsFile, 'utf8') }];
  expect(await diffModels(testProvider(), migrated, readModels())).toBeNull();
});

test('a write beside an open transaction does not fall with it', async () => {
  const { database } = await testDatabase();
  let beside: Promise<unknown> = Promise.resolve();
  await expect(
    database.$transaction(async (tx) => {
      await tx.auditEntry.create({ data: entry('inside') });
      beside = database.auditEntry.create({ data: entry('beside') }).then((made) => made);
      await tx.auditEntry.findMany();
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await beside;
  expect((await database.auditEntry.findMany()).map((row) => row.id)).toEqual(['beside']);
});

test('a read beside an open transaction sees committed rows only', async () => {
  const { database } = await testDatabase();
  await database.$transaction(async (tx) => {
    await tx.auditEntry.create({ data: entry('a') });
    expect(await database.auditEntry.count()).toBe(0);
  });
  expect(await database.auditEntry.count()).toBe(1);
});

test('a hundred transactions at once all get their turn', async () => {
  const { database } = await testDatabase();
  await database.hall.create({ data: hallRow });
  await database.hallClock.create({ data: { hallId: 'h' } });
  await Promise.all(
    Array.from({ length: 100 }, () =>
      database.$transaction(async (tx) => {
        const { version } = await tx.hallClock.update({
          where: { hallId: 'h' },
          data: { version: { increment: 1 } },
        });
        await tx.auditEntry.create({ data: entry(String(version)) });
      }),
    ),
  );
  expect(await database.auditEntry.count()).toBe(100);
});

test('a failed transaction leaves the database usable', async () => {
  const { database } = await testDatabase();
  await database.auditEntry.create({ data: entry('a') });
  const again = database.$transaction(async (tx) => tx.auditEntry.create({ data: entry('a') }));
  await expect(again).rejects.toMatchObject({ code: 'P2002' });
  await database.$transaction(async (tx) => tx.auditEntry.create({ data: entry('b') }));
  expect(await database.auditEntry.count()).toBe(2);
});

const hallRow = {
  id: 'h',
  slug: 'demo',
  names: {},
  timeZone: 'Asia/Shanghai',
  address: {},
  transport: {},
  parking: {},
  languages: [],
  weeklyHours: [],
  createdAt: at,
  updatedAt: at,
};
