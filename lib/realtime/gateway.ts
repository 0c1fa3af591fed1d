import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server, type Socket } from 'socket.io';
import type { z } from 'zod';
import { acknowledgeAnnouncements } from '@/lib/announcements/commands';
import { execute } from '@/lib/door/execute';
import {
  type AccessChanged,
  type House,
  onAccessChanged,
  onHallChanged,
  tellAccessChanged,
  tellHallChanged,
} from '@/lib/door/house';
import { findHallId } from '@/lib/halls/queries';
import type { HereScreen, LiveScreens } from '@/lib/screens/screen';
import { type Actor, actorRef } from '@/lib/staff/actor';
import { type Permission, permits, refusal } from '@/lib/staff/policy';
import { ticketIdOf } from '@/lib/tickets/token';
import { Broadcaster } from './broadcaster';
import {
  acknowledgeSchema,
  type ClientToServer,
  HEARTBEAT_SECONDS,
  helloSchema,
  LIVE_PATH,
  type ServerToClient,
  type Watch,
  type WatchAnswer,
  watchSchema,
} from './contract';

interface SocketData {
  actor: Actor;
  /** The paired screen that this device is, whoever is signed in on it. */
  screen: Actor | null;
  /** Views this socket watches: "<hall id>|<view>". */
  views: Set<string>;
  /** What the screen said of itself. */
  hello: z.output<typeof helloSchema> | null;
}

type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

export interface GatewayOptions {
  house: House;
  http: HttpServer;
  build: string;
  /** Who is behind a connection; `invalid` for a credential that is not (or no longer) good. */
  identify(headers: IncomingHttpHeaders): Promise<Actor | 'invalid'>;
  /** The paired screen behind a connection: it speaks for what it showed, also where somebody is signed in on it. */
  identifyScreen?(headers: IncomingHttpHeaders): Promise<Actor | null>;
  failed(error: unknown): void;
}

export interface Gateway {
  io: LiveServer;
  /** Counters whose own clerk has a screen connected here: hall id → counter ids. */
  clerksHere(): Map<string, string[]>;
  /** The unattended screens that are connected here. */
  screens: LiveScreens;
  close(): Promise<void>;
}

const MOST_VIEWS = 20;
const REFRESH_MS = 10_000;

/**
 * The live door. A client names a hall and a view; permission is checked for each view, and nobody chooses rooms. Every
 * view arrives whole, first as the answer to `watch`, then with each change.
 */
export function openGateway({ house, http, build, identify, identifyScreen, failed }: GatewayOptions): Gateway {
  const io: LiveServer = new Server(http, {
    path: LIVE_PATH,
    serveClient: false,
    // Small messages both ways; compressing each for each screen would cost more than it saves on a local network.
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 32_768,
    pingInterval: 10_000,
    pingTimeout: 8_000,
  });
  const broadcaster = new Broadcaster(
    house,
    (hallId, push) => io.local.to(`${hallId}|${push.view}`).emit('view', push),
    failed,
  );
  const limiter = new RateLimiterMemory({ points: 100, duration: 10 });
  const clerks = new Map<string, Map<string, string>>();
  let newcomers = false;

  io.use(async (socket, next) => {
    try {
      const actor = await identify(socket.request.headers);
      if (actor === 'invalid') return next(new Error('unauthenticated'));
      socket.data.actor = actor;
      socket.data.screen = (await identifyScreen?.(socket.request.headers)) ?? null;
      socket.data.views = new Set();
      socket.data.hello = null;
      next();
    } catch (error) {
      failed(error);
      next(new Error('internal'));
    }
  });

  io.on('connection', (socket) => {
    socket.emit('heartbeat', { at: house.clock.now().toISOString(), build });
    socket.on('watch', (watch, answer) => {
      void guarded(socket, watchSchema, watch, answer, (input) => onWatch(socket, input));
    });
    socket.on('unwatch', (watch, answer) => {
      void guarded(socket, watchSchema, watch, answer, async (input) => {
        const hallId = await findHallId(house.db, input.hall);
        if (hallId) leave(socket, `${hallId}|${input.view}`);
        return { ok: true };
      });
    });
    socket.on('acknowledge', (message, answer) => {
      void guarded(socket, acknowledgeSchema, message, answer, async (input) => {
        const actor = socket.data.screen ?? socket.data.actor;
        const done = await execute(house, { actor }, acknowledgeAnnouncements, input);
        return done.ok ? { ok: true } : { ok: false, code: done.failure.code };
      });
    });
    socket.on('hello', (message, answer) => {
      void guarded(socket, helloSchema, message, answer, async (hello) => {
        const { screen } = socket.data;
        // A browser that is one kind of screen may show another kind's page: that one is not the device.
        if (screen?.kind !== 'screen' || screen.screenKind !== hello.kind) return { ok: false, code: 'forbidden' };
        socket.data.hello = hello;
        newcomers = true;
        return { ok: true };
      });
    });
    socket.on('disconnect', () => {
      for (const room of [...socket.data.views]) leave(socket, room);
    });
  });

  /** Rate limit, shape, and no fault that takes the connection down. */
  async function guarded<S extends z.ZodType>(
    socket: LiveSocket,
    schema: S,
    message: unknown,
    answer: unknown,
    handle: (input: z.output<S>) => Promise<object>,
  ): Promise<void> {
    const reply = (result: object) => {
      if (typeof answer === 'function') answer(result);
    };
    try {
      await limiter.consume(socket.id);
    } catch {
      return reply({ ok: false, code: 'rate-limited' });
    }
    const parsed = schema.safeParse(message);
    if (!parsed.success) return reply({ ok: false, code: 'invalid-input' });
    try {
      reply(await handle(parsed.data));
    } catch (error) {
      failed(error);
      reply({ ok: false, code: 'internal' });
    }
  }

  async function onWatch(socket: LiveSocket, { hall, view }: Watch): Promise<WatchAnswer<unknown>> {
    const hallId = await findHallId(house.db, hall);
    if (!hallId) return { ok: false, code: 'not-found' };
    const refused = mayWatch(house, socket.data.actor, hallId, view);
    if (refused) return { ok: false, code: refused };
    if (socket.data.views.size >= MOST_VIEWS) return { ok: false, code: 'rate-limited' };
    const room = `${hallId}|${view}`;
    // Into the room first, then the snapshot: a change between the two is pushed after it, never lost.
    if (!socket.data.views.has(room)) {
      socket.data.views.add(room);
      await socket.join(room);
      broadcaster.watch(hallId, view);
      if (view.startsWith('counter:')) clerkHere(socket, hallId, view.slice('counter:'.length));
    }
    const snapshot = await broadcaster.snapshot(hallId, view);
    if (!snapshot) {
      leave(socket, room);
      return { ok: false, code: 'not-found' };
    }
    return { ok: true, ...snapshot };
  }

  function leave(socket: LiveSocket, room: string): void {
    if (!socket.data.views.delete(room)) return;
    void socket.leave(room);
    const [hallId = '', view = ''] = room.split('|');
    broadcaster.unwatch(hallId, view);
    clerks.get(room)?.delete(socket.id);
  }

  function clerkHere(socket: LiveSocket, hallId: string, counterId: string): void {
    const room = `${hallId}|counter:${counterId}`;
    const here = clerks.get(room) ?? new Map<string, string>();
    here.set(socket.id, actorRef(socket.data.actor));
    clerks.set(room, here);
  }

  // Another server's commit: told through the adapter, so that the views here are made again.
  io.on(
    'hall.changed' as never,
    ((hallId: string, version: number) => tellHallChanged(house, { hallId, version, local: false })) as never,
  );
  const stopTelling = onHallChanged(house, ({ hallId, version, local }) => {
    if (local && house.shared)
      (io.serverSideEmit as (event: string, ...rest: unknown[]) => void)('hall.changed', hallId, version);
  });
  // Whoever lost or changed his way in reconnects and is asked again who he is.
  io.on(
    'access.changed' as never,
    ((change: AccessChanged) => tellAccessChanged(house, { ...change, local: false })) as never,
  );
  const stopEnding = onAccessChanged(house, ({ ref, sessionId, local }) => {
    for (const socket of io.sockets.sockets.values()) {
      const { actor, screen } = socket.data;
      const session = actor.kind === 'staff' ? actor.sessionId : undefined;
      if (screen && actorRef(screen) === ref) socket.disconnect(true);
      else if (actorRef(actor) === ref && (!sessionId || sessionId === session)) socket.disconnect(true);
    }
    if (local && house.shared)
      (io.serverSideEmit as (event: string, ...rest: unknown[]) => void)('access.changed', { ref, sessionId });
  });
  const heartbeat = setInterval(
    () => io.local.emit('heartbeat', { at: house.clock.now().toISOString(), build }),
    HEARTBEAT_SECONDS * 1000,
  );
  const refresh = setInterval(() => broadcaster.refresh(), REFRESH_MS);

  return {
    io,
    clerksHere() {
      const here = new Map<string, string[]>();
      for (const [room, sockets] of clerks) {
        const [hallId = '', view = ''] = room.split('|');
        const counterId = view.slice('counter:'.length);
        const ref = house.states.get(hallId)?.sessions.get(counterId)?.actorRef;
        if (ref && [...sockets.values()].includes(ref)) here.set(hallId, [...(here.get(hallId) ?? []), counterId]);
      }
      return here;
    },
    screens: {
      here() {
        const here: HereScreen[] = [];
        for (const socket of io.sockets.sockets.values()) {
          const { screen, hello } = socket.data;
          if (screen?.kind !== 'screen' || !hello) continue;
          here.push({ id: screen.id, hallId: screen.hallId, page: hello.page, build: hello.build });
        }
        return here;
      },
      newcomers() {
        const some = newcomers;
        newcomers = false;
        return some;
      },
      reload(pages) {
        for (const socket of io.sockets.sockets.values())
          if (socket.data.hello && pages.has(socket.data.hello.page)) socket.emit('reload');
      },
    },
    async close() {
      clearInterval(heartbeat);
      clearInterval(refresh);
      stopTelling();
      stopEnding();
      broadcaster.close();
      await io.close();
    },
  };
}

const VIEW_PERMISSIONS: Record<string, Permission> = {
  board: 'board.read',
  queue: 'queue.read',
  live: 'live.read',
  signals: 'signals.read',
  counter: 'counter.read',
};

/** The refusal for a view, or null when the actor may watch it. A ticket's token is itself the permission. */
function mayWatch(house: House, actor: Actor, hallId: string, view: string): string | null {
  const [kind = '', subject = ''] = view.split(':');
  if (kind === 'ticket') return ticketIdOf(house.secret, subject) ? null : 'not-found';
  const permission = VIEW_PERMISSIONS[kind];
  if (!permission) return 'not-found';
  return permits(actor, permission, hallId) ? null : refusal(actor, hallId);
}
