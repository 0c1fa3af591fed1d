import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LobbyDisplayPage } from '@/tests/e2e/pages/lobby-display';
import { type BuiltScene, buildLobbyScene, type LobbyScene, SCENE_SECRET } from '@/tests/factories/lobby-scene';
import { test as base } from './e2e-test';
import { recordSound } from './record-sound';
import { type RunningServer, startServer } from './start-server';

export interface Lobby extends BuiltScene {
  server: RunningServer;
  /** The same database and address again, after the server was killed. */
  restart(env?: Record<string, string>): Promise<void>;
  post<T>(key: string, path: string): Promise<T>;
  get<T>(key: string, path: string): Promise<T>;
}

export const test = base.extend<{ scene: LobbyScene; lobby: Lobby; display: LobbyDisplayPage; heard: string[] }>({
  // Each test has a server of its own: a display that is opened anew announces what was called in the last minute.
  baseURL: async ({ lobby }, use) => use(lobby.server.url),
  viewport: { width: 1920, height: 1080 },
  scene: [{ waiting: 9, counters: 3, languages: ['zh-CN', 'en'] }, { option: true }],
  lobby: async ({ scene }, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hall-lobby-'));
    const databaseUrl = `file:${path.join(folder, 'hall.db')}`;
    const built = await buildLobbyScene(databaseUrl, scene);
    const start = (port?: number, env?: Record<string, string>) =>
      startServer({ databaseUrl, port, env: { AUTH_SECRET: SCENE_SECRET, ...env } });
    const request = async <T>(server: RunningServer, method: string, key: string, route: string): Promise<T> => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const answer = await fetch(`${server.url}/api/v1${route}`, {
        method,
        headers,
        body: method === 'POST' ? '{}' : undefined,
      });
      if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    };
    const lobby: Lobby = {
      ...built,
      server: await start(),
      async restart(env) {
        lobby.server = await start(Number(new URL(lobby.server.url).port), env);
      },
      post: (key, route) => request(lobby.server, 'POST', key, route),
      get: (key, route) => request(lobby.server, 'GET', key, route),
    };
    await use(lobby);
    await lobby.server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  },
  display: async ({ page, lobby }, use) => use(new LobbyDisplayPage(page, lobby.server.url)),
  heard: async ({ context }, use) => use(await recordSound(context, ['en-GB'])),
});

export interface Called {
  id: string;
  number: string;
}

export function openCounters(lobby: Lobby): Promise<unknown> {
  return Promise.all(lobby.counters.map(({ id, key }) => lobby.post(key, `/counters/${id}/open`)));
}

export function callNext(lobby: Lobby, index: number): Promise<Called> {
  const { id, key } = lobby.counters[index]!;
  return lobby.post<Called>(key, `/counters/${id}/call-next`);
}
