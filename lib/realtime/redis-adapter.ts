import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import type { Server } from 'socket.io';

/** Joins the servers of one database, so that a commit on one is told to the screens of all. Returns how to leave. */
export function joinServers(io: Pick<Server, 'adapter'>, url: string, failed: (error: unknown) => void): () => void {
  const publisher = new Redis(url);
  const subscriber = publisher.duplicate();
  publisher.on('error', failed);
  subscriber.on('error', failed);
  io.adapter(createAdapter(publisher, subscriber));
  return () => {
    publisher.disconnect();
    subscriber.disconnect();
  };
}
