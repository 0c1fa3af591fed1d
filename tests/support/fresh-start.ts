import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeAll, vi } from 'vitest';
import { closeTestDatabases } from './test-database';

// The test files of a worker share one process and the modules that it has loaded (vitest.config.ts says why). What a
// file changes for the whole process ends with the file, whatever the file itself does about it: the environment, time,
// what this house shares through globalThis, and its databases. Whoever leaves a server listening fails.
// Vitest runs this for every file anew, before it loads the file.
const environment = { ...process.env };

/** Names under which lib keeps on globalThis what the copies of a module share; `schemaEngine…` may stay loaded. */
const SHARED_BY_LIB = /^(businessHall|hall)[A-Z]/;

const listening = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length;

// What a `beforeAll` gives back ends last: after all hooks of the file.
beforeAll(() => async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  for (const name of Object.keys(globalThis)) if (SHARED_BY_LIB.test(name)) Reflect.deleteProperty(globalThis, name);
  await closeTestDatabases();
  // A server that was closed lets go of its handle at the end of a turn.
  for (let turn = 0; turn < 5 && listening() > 0; turn += 1) await nextTurn();
  if (listening() > 0) throw new Error('This file leaves a server behind that listens: close it after the tests.');
});
