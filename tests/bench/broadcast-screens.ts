import { io } from 'socket.io-client';
import type { BoardView, ViewPush } from '@/lib/realtime/contract';

/* The screens of the broadcast bench: many sockets in a process of their own, which note when a call reached each. */

const [port, count] = process.argv.slice(2).map(Number);
const screens = count ?? 0;
const rounds = new Map<string, string[]>();

function received(push: ViewPush<BoardView>): void {
  const at = process.hrtime.bigint().toString();
  const round = push.data.announcements.at(-1)?.id;
  if (!round) return;
  const all = rounds.get(round) ?? [];
  rounds.set(round, all);
  // Later pushes of the same board (a finished customer, a new estimate) are not the call.
  if (all.length >= screens) return;
  all.push(at);
  if (all.length === screens) process.send?.({ kind: 'received', round, at: all, push });
}

// In small groups, as screens are switched on, so that the server's listen queue is not what is measured.
for (let first = 0; first < screens; first += 50) {
  await Promise.all(
    Array.from({ length: Math.min(50, screens - first) }, async () => {
      const socket = io(`http://127.0.0.1:${port}`, { path: '/live', transports: ['websocket'], forceNew: true });
      socket.on('view', received);
      await new Promise<void>((resolve) => socket.once('connect', resolve));
      await socket.emitWithAck('watch', { hall: 'test-hall', view: 'board' });
    }),
  );
}
process.send?.({ kind: 'connected' });
