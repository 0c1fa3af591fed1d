import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerApi } from '@/lib/api/node-listener';
import { actorFrom } from '@/lib/auth/identity';
import type { House } from '@/lib/door/house';
import { noteClientAddress } from '@/lib/platform/client-address';
import { openGateway } from '@/lib/realtime/gateway';

/** The HTTP API and the live door of a house on a port of their own: the server without its pages and its timers. */
export async function openTestServer(house: House): Promise<{ url: string; close(): Promise<void> }> {
  const faults: unknown[] = [];
  const failed = (error: unknown) => faults.push(error);
  const http = createServer((request, response) => {
    if (request.url?.startsWith('/live')) return;
    noteClientAddress(request, 0);
    answerApi(house, request, response).catch(failed);
  });
  const gateway = openGateway({
    house,
    http,
    build: 'test',
    failed,
    async identify(headers) {
      const actor = await actorFrom(house, new Headers({ authorization: headers.authorization ?? '' }));
      return actor.ok ? actor.value : { kind: 'anonymous' };
    },
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async close() {
      http.closeAllConnections();
      await gateway.close();
      if (faults.length > 0) throw new Error(`The server failed: ${String(faults[0])}`);
    },
  };
}
