import { io, type Socket } from 'socket.io-client';
import {
  type AnnouncedMark,
  type CallToAnnounce,
  markAfter,
  NOTHING_ANNOUNCED,
  pendingCalls,
} from '@/lib/announcements/announcement-queue';
import { LIVE_PATH } from './connection';
import type { BoardView, ClientToServer, ServerToClient, ViewPush } from './contract';

/**
 * A lobby display without a screen: it watches the board of a hall like any display, and notes what a display would
 * announce, by the display's own rule. For replays and measurements.
 */
export class BoardFollower {
  /** What was announced, in order. */
  readonly announced: CallToAnnounce[] = [];
  board: BoardView | null = null;
  /** Snapshots whose version did not rise while the connection lasted. */
  stale = 0;
  /** When a connection brought its first snapshot (ms of `performance.now()`); the last is of the present one. */
  readonly connections: number[] = [];
  private mark: AnnouncedMark = NOTHING_ANNOUNCED;
  private version = -1;
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private readonly waiting = new Set<() => void>();

  constructor(url: string, hall: string) {
    this.socket = io(url, {
      path: LIVE_PATH,
      transports: ['websocket'],
      // As the screens do: a hall must not wait for its display.
      reconnectionDelay: 250,
      reconnectionDelayMax: 1000,
    });
    this.socket.on('connect', () => {
      this.version = -1;
      this.socket.emit('watch', { hall, view: 'board' }, (answer) => {
        if (!answer.ok) return;
        this.connections.push(performance.now());
        this.take(answer.version, answer.data as BoardView);
      });
    });
    this.socket.on('view', (push: ViewPush<unknown>) => {
      if (push.view === 'board') this.take(push.version, push.data as BoardView);
    });
  }

  private take(version: number, board: BoardView): void {
    if (version <= this.version) this.stale += 1;
    this.version = Math.max(this.version, version);
    this.board = board;
    for (const call of pendingCalls(board.announcements, this.mark)) {
      this.announced.push(call);
      this.mark = markAfter(this.mark, call);
    }
    for (const wake of this.waiting) wake();
  }

  /** Resolves true when `holds`, or false when it did not within the time. */
  until(holds: () => boolean, withinMs: number): Promise<boolean> {
    if (holds()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (result: boolean) => {
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve(result);
      };
      const look = () => {
        if (holds()) end(true);
      };
      const timer = setTimeout(() => end(false), withinMs);
      this.waiting.add(look);
    });
  }

  close(): void {
    this.socket.close();
  }
}
