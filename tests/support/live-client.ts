import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import type { House } from '@/lib/door/house';
import { LIVE_PATH, type ViewPush, type WatchAnswer } from '@/lib/realtime/contract';
import { type Gateway, openGateway } from '@/lib/realtime/gateway';
import type { Actor } from '@/lib/staff/actor';

/** A gateway on a port of its own. A client says who it is by a name that the test has given to an actor. */
export async function buildGateway(
  house: House,
  actors: Record<string, Actor>,
): Promise<{ gateway: Gateway; connect(name: string): Promise<LiveClient>; close(): Promise<void> }> {
  const http = createServer();
  const faults: unknown[] = [];
  const gateway = openGateway({
    house,
    http,
    build: 'test',
    identify: async ({ authorization }) =>
      authorization ? (actors[authorization] ?? 'invalid') : { kind: 'anonymous' },
    failed: (error) => faults.push(error),
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const clients: LiveClient[] = [];
  return {
    gateway,
    async connect(name) {
      const client = new LiveClient(port, name);
      clients.push(client);
      await client.connected();
      return client;
    },
    async close() {
      for (const client of clients) client.socket.disconnect();
      await gateway.close();
      if (faults.length > 0) throw new Error(`The gateway failed: ${String(faults[0])}`);
    },
  };
}

/** A screen: keeps the newest snapshot of each view and every push in order. */
export class LiveClient {
  readonly socket: Socket;
  readonly pushes: ViewPush<Record<string, unknown>>[] = [];
  private readonly looks = new Set<() => void>();

  constructor(port: number, name: string) {
    this.socket = io(`http://127.0.0.1:${port}`, {
      path: LIVE_PATH,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      ...(name ? { extraHeaders: { authorization: name } } : {}),
    });
    this.socket.on('view', (push: ViewPush<Record<string, unknown>>) => {
      this.pushes.push(push);
      for (const look of this.looks) look();
    });
  }

  connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
    });
  }

  watch(hall: string, view: string): Promise<WatchAnswer<Record<string, unknown>>> {
    return this.socket.emitWithAck('watch', { hall, view });
  }

  /** The first push, past or coming, that fulfils the condition; fails after `withinMs`. */
  until(
    fulfils: (push: ViewPush<Record<string, unknown>>) => boolean,
    withinMs = 5000,
  ): Promise<ViewPush<Record<string, unknown>>> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.pushes.find(fulfils);
        if (!found) return;
        clearTimeout(timer);
        this.looks.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.looks.delete(look);
        reject(new Error(`No such push within ${withinMs} ms; ${this.pushes.length} others came.`));
      }, withinMs);
      this.looks.add(look);
      look();
    });
  }
}
