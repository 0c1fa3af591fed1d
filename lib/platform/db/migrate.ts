import fs from 'node:fs';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { type Provider, providerOf, providers, sqliteFile } from './provider';
import { noFilter, withSchemaEngine } from './schema-engine';
import { migratedModelsFile, migrationsFolder, readDatasource, readModels, type SchemaFile } from './schema-files';

/** Applies the migrations that the database does not have yet, and returns their names. */
export async function applyMigrations(url: string): Promise<string[]> {
  const provider = providerOf(url);
  const migrationsList = readMigrations(provider);
  const schema = [readDatasource(provider), ...readModels()];
  const { appliedMigrationNames } = await withSchemaEngine(schema, migrationAdapter(url), (engine) =>
    engine.applyMigrations({ migrationsList, filters: noFilter }),
  );
  return appliedMigrationNames;
}

/**
 * Writes the SQL that leads from the last migration to the present models, for both databases under one name.
 * Needs no database. Returns the written files; empty when the models have not changed.
 *
 * @param at names the folders; a migration sorts after those before it
 */
export async function writeMigration(name: string, at: Date): Promise<string[]> {
  const models = readModels();
  const before = fs.existsSync(migratedModelsFile) ? fs.readFileSync(migratedModelsFile, 'utf8') : '';
  const stamp = at.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = `${stamp}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
  const written: string[] = [];
  for (const provider of providers) {
    const script = await diffModels(provider, [{ path: 'before.prisma', content: before }], models);
    if (script === null) continue;
    const file = path.join(migrationsFolder(provider), folder, 'migration.sql');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, script);
    written.push(file);
  }
  fs.writeFileSync(migratedModelsFile, models.map((file) => file.content).join('\n'));
  return written;
}

/** SQL from one set of models to another, or null when they mean the same tables. */
export async function diffModels(provider: Provider, from: SchemaFile[], to: SchemaFile[]): Promise<string | null> {
  const datasource = readDatasource(provider);
  const target = [datasource, ...to];
  const { stdout, exitCode } = await withSchemaEngine(target, unconnectedAdapter(provider), (engine) =>
    engine.diff({
      from: { tag: 'schemaDatamodel', files: [datasource, ...from] },
      to: { tag: 'schemaDatamodel', files: target },
      script: true,
      exitCode: true,
      filters: noFilter,
    }),
  );
  return exitCode === 2 ? stdout : null;
}

function readMigrations(provider: Provider): MigrationList {
  const baseDir = migrationsFolder(provider);
  const names = fs
    .readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: fs.readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

function migrationAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  if (providerOf(url) === 'sqlite') {
    const file = sqliteFile(url);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    return new PrismaBetterSqlite3({ url: file });
  }
  // One connection, so that the engine's advisory lock is held by the session that migrates.
  return new PrismaPg({ connectionString: url, max: 1 });
}

/**
 * Stands in for a database where models are only compared with models, so that somebody without a PostgreSQL server
 * can write migrations for it. The engine insists on connecting and asks for the server's version.
 */
function unconnectedAdapter(provider: Provider): SqlMigrationAwareDriverAdapterFactory {
  if (provider === 'sqlite') return new PrismaBetterSqlite3({ url: ':memory:' });
  const nothing: SqlResultSet = { columnNames: [], columnTypes: [], rows: [] };
  const adapter: SqlDriverAdapter = {
    provider: 'postgres',
    adapterName: 'unconnected',
    queryRaw: async () => nothing,
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: () => Promise.reject(new Error('There is no database behind this adapter.')),
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: async () => {},
  };
  return {
    provider: 'postgres',
    adapterName: 'unconnected',
    connect: async () => adapter,
    connectToShadowDb: async () => adapter,
  };
}
