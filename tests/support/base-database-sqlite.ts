import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '@/lib/platform/db/migrate';

/** Migrates one SQLite file; each test that wants a database gets a copy of it. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = fs.mkdtempSync(path.join(hasRoomInMemory() ? MEMORY : os.tmpdir(), 'hall-tests-'));
  const file = path.join(folder, 'base.db');
  await applyMigrations(`file:${file}`);
  project.provide('baseDatabase', { provider: 'sqlite', folder, file });
  return () => fs.rmSync(folder, { recursive: true, force: true });
}

const MEMORY = '/dev/shm';

/** What a commit costs on a disk is not what is tested. Containers often have 64 MB there; a whole run needs two GB. */
function hasRoomInMemory(): boolean {
  if (!fs.existsSync(MEMORY)) return false;
  const { bavail, bsize } = fs.statfsSync(MEMORY);
  return bavail * bsize > 4 * 1024 ** 3;
}
