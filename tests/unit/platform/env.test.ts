import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnv } from '@/lib/platform/env';

describe('the environment', () => {
  let folder = '';
  let url = '';
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-env-'));
    url = `file:${folder}/data/hall.db`;
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('needs nothing', () => {
    expect(readEnv({ DATABASE_URL: url })).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DEMO: false,
      DEMO_PLAY: true,
      TEST_CLOCK: false,
      TRUST_PROXY: 0,
    });
  });

  it('takes an empty variable for none', () => {
    expect(readEnv({ DATABASE_URL: url, PORT: '', REDIS_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('names every variable that is wrong, and no secret', () => {
    const wrong = {
      PORT: 'http',
      DATABASE_URL: 'mysql://a',
      REDIS_URL: 'here',
      DEMO: 'yes',
      DEMO_TIME_ZONE: 'Shanghai',
      AUTH_SECRET: 'hush',
    };
    let message = '';
    try {
      readEnv(wrong);
    } catch (error) {
      message = String(error);
    }
    for (const name of Object.keys(wrong)) expect(message).toContain(`${name}: `);
    expect(message).not.toContain('hush');
    expect(fs.existsSync(path.join(folder, 'data'))).toBe(false);
  });

  it('makes a secret once and keeps it beside the data, for its owner only', () => {
    const first = readEnv({ DATABASE_URL: url }).AUTH_SECRET;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(readEnv({ DATABASE_URL: url }).AUTH_SECRET).toBe(first);
    expect(fs.statSync(path.join(folder, 'data', 'auth-secret')).mode & 0o777).toBe(0o600);
  });
});
