import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  path: string;
}

/** How a receiver answers: with a status, never, or by dying in the middle. */
export type Manner = number | 'hang' | 'die' | { status: number; headers: Record<string, string> };

/** A receiver of messages on this machine, whose manners a test sets. */
export class Receiver {
  readonly received: Received[] = [];
  /** How the next requests are answered, in order; the last one goes on. */
  manners: Manner[] = [204];
  private readonly server: http.Server;

  private constructor() {
    this.server = http.createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.received.push({ headers: request.headers, body: Buffer.concat(parts), path: request.url ?? '' });
        const manner = (this.manners.length > 1 ? this.manners.shift() : this.manners[0]) ?? 204;
        if (manner === 'hang') return;
        if (manner === 'die') {
          response.writeHead(200, { 'content-length': 1000 });
          response.write('half');
          response.destroy();
          return;
        }
        const { status, headers } = typeof manner === 'number' ? { status: manner, headers: {} } : manner;
        response.writeHead(status, headers).end();
      });
    });
  }

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  url(path = '/notices'): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
