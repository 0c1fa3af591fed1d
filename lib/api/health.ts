import { z } from 'zod';
import { fail, success } from '@/lib/core/result';
import { providerOf } from '@/lib/platform/db/provider';
import { missingMigrations } from '@/lib/platform/db/readiness';
import { env } from '@/lib/platform/env';
import { defineRoute } from './route';

export const healthRoutes = [
  defineRoute({
    method: 'get',
    path: '/health/live',
    tag: 'health',
    summary: 'Is the process there?',
    who: 'open',
    limit: 'none',
    answer: z.object({ status: z.literal('ok') }),
    run: async () => success({ status: 'ok' as const }),
  }),
  defineRoute({
    method: 'get',
    path: '/health/ready',
    tag: 'health',
    summary: 'Can it work? Database and migrations',
    who: 'open',
    limit: 'none',
    answer: z.object({ status: z.literal('ok'), database: z.enum(['sqlite', 'postgresql']) }),
    async run({ house }) {
      const database = providerOf(env().DATABASE_URL);
      const missing = await missingMigrations(house.db, database);
      if (missing.length > 0)
        return fail('database-unavailable', { detail: `Not yet migrated: ${missing.join(', ')}.` });
      return success({ status: 'ok' as const, database });
    },
  }),
];
