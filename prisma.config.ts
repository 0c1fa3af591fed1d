import path from 'node:path';
import { defineConfig } from 'prisma/config';
import { providerOf } from './lib/platform/db/provider';

// Only for Prisma's own tools (`npx prisma studio`, `validate`, `format`); generating and migrating are `npm run
// setup`, `npm run migrate` and `npm run migrate:new -- NAME`. Needs one `npm run setup` before.
const url = process.env.DATABASE_URL ?? 'file:./data/hall.db';
const provider = providerOf(url);

export default defineConfig({
  schema: path.join('node_modules/.cache', `prisma-${provider}`),
  migrations: { path: path.join('prisma', provider, 'migrations') },
  datasource: { url },
});
