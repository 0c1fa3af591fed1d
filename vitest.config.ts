import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const shared = {
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
};
// 12:45 (13:45 in summer) ahead of Greenwich: who takes the server's day for the hall's day is found out.
const env = { TZ: 'Pacific/Chatham', AUTH_SECRET: 'a secret of thirty-two characters', BASE_URL: '' };
const setupFiles = ['tests/support/fail-on-console-error.ts', 'tests/support/property-runs.ts'];
// To load the house costs more than most files take to test it, so the files of a worker share its modules and its process.
// What a file changes there ends with it: tests/support/fresh-start.ts. A hook that a module registers while it is loaded
// would hold for the first file alone, so shared modules register theirs in functions that each file calls. Whether a file
// leans on one before it is seen with `--project sqlite --sequence.shuffle.files`.
const isolate = false;

/** The same integration tests, once for each database; what is about one of them is in `….sqlite.test.ts`. */
function integration(provider: 'sqlite' | 'postgresql') {
  const other = provider === 'sqlite' ? 'postgresql' : 'sqlite';
  return {
    ...shared,
    test: {
      name: provider,
      include: ['tests/integration/**/*.test.ts'],
      exclude: [`tests/integration/**/*.${other}.test.ts`],
      globalSetup: [`tests/support/base-database-${provider}.ts`],
      setupFiles: ['tests/support/fresh-start.ts', ...setupFiles],
      isolate,
      // What ends a test that hangs. No test waits for it, and a machine that does other things beside is slow, not wrong.
      testTimeout: 180_000,
      hookTimeout: 180_000,
      env: { ...env, LOG_LEVEL: 'silent' },
    },
  };
}

export default defineConfig({
  test: {
    // Half of what a file does is waiting for its database, so two at a time also where there are two processors.
    maxWorkers: Math.max(2, Math.floor(os.availableParallelism() / 2)),
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles,
          env,
          // Some rules are proved by a million simulated customers.
          testTimeout: 180_000,
        },
      },
      integration('sqlite'),
      ...(process.env.TEST_POSTGRES_URL ? [integration('postgresql')] : []),
    ],
  },
});
