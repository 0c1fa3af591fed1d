import fs from 'node:fs';
import path from 'node:path';
import type { Provider } from './provider';

/** One Prisma schema file, in the shape the schema engine takes. */
export type SchemaFile = { path: string; content: string };

export const prismaFolder = path.resolve('prisma');
/** The models as they were when the last migration was written; `migrate:new` compares with it. */
export const migratedModelsFile = path.join(prismaFolder, 'migrated-models.prisma');

/** All of prisma/models, sorted, so that hashes and generated code don't depend on the file system. */
export function readModels(): SchemaFile[] {
  const folder = path.join(prismaFolder, 'models');
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: fs.readFileSync(path.join(folder, name), 'utf8') }));
}

export function readDatasource(provider: Provider): SchemaFile {
  const file = path.join(prismaFolder, provider, 'datasource.prisma');
  return { path: 'datasource.prisma', content: fs.readFileSync(file, 'utf8') };
}

export function migrationsFolder(provider: Provider): string {
  return path.join(prismaFolder, provider, 'migrations');
}
