import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '@/lib/platform/db/migrate';

/** Migrates one SQLite file; each test that wants a database gets a copy of it. */
export async function setup(project: TestProject): Promise<() => void> {
  // In memory where there is a place for that: what a commit costs on a disk is not what is tested.
  const place = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
  const folder = fs.mkdtempSync(path.join(place, 'hall-tests-'));
  const file = path.join(folder, 'base.db');
  await applyMigrations(`file:${file}`);
  project.provide('baseDatabase', { provider: 'sqlite', folder, file });
  return () => fs.rmSync(folder, { recursive: true, force: true });
}
