import { io } from 'socket.io-client';
import type { CustomerTicketView, ViewPush } from '@/lib/realtime/contract';

/* The phones of the ticket pages' bench: each watches its ticket, and notes when it heard that one fewer is ahead. */

interface Begin {
  kind: 'begin';
  port: number;
  phones: { hall: string; token: string }[];
}

process.on('message', (message: Begin | { kind: 'round' }) => {
  if (message.kind === 'begin') void connect(message);
  else at = [];
});

let at: string[] = [];
let count = 0;

async function connect({ port, phones }: Begin): Promise<void> {
  count = phones.length;
  // In small groups, so that the server's listen queue is not what is measured.
  for (let first = 0; first < phones.length; first += 50)
    await Promise.all(
      phones.slice(first, first + 50).map(async ({ hall, token }) => {
        const socket = io(`http://127.0.0.1:${port}`, { path: '/live', transports: ['websocket'], forceNew: true });
        let ahead: number | null = null;
        socket.on('view', ({ data }: ViewPush<CustomerTicketView>) => {
          if (data.peopleAhead === ahead) return;
          ahead = data.peopleAhead;
          at.push(process.hrtime.bigint().toString());
          if (at.length === count) process.send?.({ kind: 'received', at });
        });
        await new Promise<void>((resolve) => socket.once('connect', resolve));
        const answer = (await socket.emitWithAck('watch', { hall, view: `ticket:${token}` })) as {
          data?: CustomerTicketView;
        };
        ahead = answer.data?.peopleAhead ?? null;
      }),
    );
  process.send?.({ kind: 'connected' });
}
