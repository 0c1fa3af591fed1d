import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Provider, providers } from './provider';
import { prismaFolder, readDatasource, readModels } from './schema-files';

const require = createRequire(import.meta.url);

/**
 * Generates the clients of both databases from prisma/models. Does nothing for a client that is up to date, so every
 * script that needs the clients may call it first. Returns the providers it generated for.
 */
export function generateClients(): Provider[] {
  return providers.filter((provider) => generateClient(provider));
}

function generateClient(provider: Provider): boolean {
  const files = [readDatasource(provider), ...readModels()];
  const { version } = require('prisma/package.json');
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([version, files]))
    .digest('hex');
  const output = path.join(prismaFolder, 'generated', provider);
  const mark = path.join(output, '.fingerprint');
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === fingerprint) return false;

  // Prisma reads one folder; ours are two, so that the models exist once.
  const assembled = path.resolve('node_modules/.cache', `prisma-${provider}`);
  fs.rmSync(assembled, { recursive: true, force: true });
  fs.mkdirSync(assembled, { recursive: true });
  for (const file of files) fs.writeFileSync(path.join(assembled, file.path), file.content);

  const cli = require.resolve('prisma/build/index.js');
  const run = spawnSync(process.execPath, [cli, 'generate', '--schema', assembled], {
    encoding: 'utf8',
    env: {
      ...process.env,
      // The command line wants a schema engine binary from a host outside the npm registry, although generating does
      // not use it. Any existing file satisfies it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (run.status !== 0) throw new Error(`prisma generate failed for ${provider}:\n${run.stdout}${run.stderr}`);
  fs.writeFileSync(mark, fingerprint);
  return true;
}
