'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Socket } from 'socket.io-client';
import { LIVE_PATH, STALE_SECONDS } from '@/lib/realtime/connection';
import type { ClientToServer, ServerToClient, ViewData } from '@/lib/realtime/contract';
import { type Connection, connectionState, newerSnapshot, type Snapshot, serverOffset } from '@/lib/realtime/freshness';
import type { ScreenKind } from '@/lib/screens/screen';

export type LiveView<Data> = {
  /** `undefined` only before the first answer, when no `initial` was given. */
  data: Data | undefined;
  version: number;
  /** Server time of the data, ISO 8601. */
  at: string | undefined;
  connection: Connection;
  /** Age of what is shown while it is not live, in whole seconds; 0 while it is live. */
  ageSeconds: number;
  /** Server time minus the device's, for timers. */
  serverOffsetMs: number;
  /** The server was deployed anew, or somebody asked for it: reload when the screen is idle. */
  shouldReload: boolean;
  /** Code of the refusal when this view may not be watched; `unauthenticated` when the session has ended. */
  refused: string | undefined;
  /** For displays: says what was shown and spoken. `later`: say it again; `refused`: this device may not say so. */
  acknowledge: (items: Acknowledged[]) => Promise<'taken' | 'later' | 'refused'>;
};

export type Acknowledged = { id: string; shown: boolean; spoken: boolean };

type LiveSocket = Socket<ServerToClient, ClientToServer>;
type Link = { connection: Connection; ageSeconds: number };

const answerWithinMs = 5_000;
const reconnectAfterMs = 1_000;
const offsetSamples = 12;
/** Refusals that pass by themselves. */
const passing: ReadonlySet<string> = new Set(['rate-limited', 'internal', 'database-unavailable']);
/** Smaller changes of the offset are noise of the network and not worth a render. */
const offsetStepMs = 250;

/** Tells this page from the one that was here before it was loaded anew. */
const thisPage = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

// One connection for all views of a page; it closes when the last one is gone.
let opening: Promise<LiveSocket> | undefined;
let users = 0;

async function connect(): Promise<LiveSocket> {
  // Loaded after the first paint: what the server rendered is readable without it.
  const { io } = await import('socket.io-client');
  return io({
    path: LIVE_PATH,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // Together with the browser's own patience this makes screens right again within 3 s of the server's return.
    reconnectionDelay: 200,
    reconnectionDelayMax: 1_000,
    randomizationFactor: 0.3,
  });
}

function acquire(): Promise<LiveSocket> {
  users += 1;
  opening ??= connect();
  return opening;
}

function release() {
  users -= 1;
  if (users > 0 || !opening) return;
  const closing = opening;
  opening = undefined;
  closing.then((socket) => socket.disconnect());
}

/**
 * One view of a hall, live: shows `initial` (what the server rendered) at once, then whatever the
 * server says, and knows how old it is. It reconnects by itself and then takes the whole snapshot
 * again, so a message that was missed does not matter.
 *
 * @param hall slug or id
 * @param view which view; `counter` and `ticket` need `id`: the counter's id, the ticket's token
 * @param initial snapshot the page was rendered with
 * @param before what was heard before this page was opened, when the page itself is an old copy that the device kept
 * @param build id of the build that rendered the page; without it, the first one heard counts
 * @param screen which unattended screen this page is: said to the house, which misses it when it is gone
 */
export function useLiveView<V extends keyof ViewData>({
  hall,
  view: kind,
  id,
  initial,
  before,
  build,
  screen,
}: {
  hall: string;
  view: V;
  id?: string;
  initial?: Snapshot<ViewData[V]>;
  before?: { snapshot: Snapshot<ViewData[V]>; heardAt: number } | null;
  build?: string;
  screen?: ScreenKind;
}): LiveView<ViewData[V]> {
  const view = id === undefined ? kind : `${kind}:${id}`;
  const key = `${hall} ${view}`;
  const [received, setReceived] = useState({ key, snapshot: initial });
  // Never the data of another hall or counter, not even for the moment of a change.
  const snapshot = received.key === key ? received.snapshot : undefined;
  const [link, setLink] = useState<Link>({ connection: initial ? 'live' : 'connecting', ageSeconds: 0 });
  const [serverOffsetMs, setServerOffsetMs] = useState(0);
  const [shouldReload, setShouldReload] = useState(false);
  const [refused, setRefused] = useState<string>();
  const old = useRef(before);
  const hasData = useRef(false);
  hasData.current = snapshot !== undefined;

  useEffect(() => {
    let socket: LiveSocket | undefined;
    let gone = false;
    let firstOfConnection = true;
    let firstBuild = build;
    let heardAt = Date.now();
    let offsetMs = 0;
    const samples: number[] = [];
    if (old.current) {
      const { snapshot: heard, heardAt: at } = old.current;
      old.current = null;
      heardAt = Math.min(heardAt, at);
      setReceived({ key, snapshot: heard });
    }

    const refresh = () => {
      const silentSeconds = Math.max(0, (Date.now() - heardAt) / 1000);
      const connection = connectionState(socket?.connected ?? false, silentSeconds, hasData.current);
      const ageSeconds = connection === 'live' || connection === 'connecting' ? 0 : Math.floor(silentSeconds);
      // Once a second, and nearly always nothing has changed: the screen must not render for it.
      setLink((shown) =>
        shown.connection === connection && shown.ageSeconds === ageSeconds ? shown : { connection, ageSeconds },
      );
      if (silentSeconds > STALE_SECONDS) reviveSocket(socket);
    };

    const heard = (at: string | undefined) => {
      heardAt = Date.now();
      if (at !== undefined) {
        samples.push(Date.parse(at) - heardAt);
        if (samples.length > offsetSamples) samples.shift();
        const offset = serverOffset(samples);
        if (Math.abs(offset - offsetMs) >= offsetStepMs) {
          offsetMs = offset;
          setServerOffsetMs(offset);
        }
      }
      refresh();
    };

    const take = (next: Snapshot<ViewData[V]>) => {
      const first = firstOfConnection;
      firstOfConnection = false;
      hasData.current = true;
      setReceived((shown) => {
        const kept = shown.key === key ? shown.snapshot : undefined;
        const newer = newerSnapshot(kept, next, first);
        return newer === kept ? shown : { key, snapshot: newer };
      });
    };

    const onView: ServerToClient['view'] = (push) => {
      if (push.view === view) take({ version: push.version, at: push.at, data: push.data as ViewData[V] });
      heard(push.at);
    };

    const onHeartbeat: ServerToClient['heartbeat'] = (beat) => {
      firstBuild ??= beat.build;
      if (beat.build !== firstBuild) setShouldReload(true);
      heard(beat.at);
    };

    const onReload = () => setShouldReload(true);

    const ask = async () => {
      try {
        const answer = await socket?.timeout(answerWithinMs).emitWithAck('watch', { hall, view });
        if (gone || !answer) return;
        setRefused(answer.ok ? undefined : answer.code);
        // Not about this person: the server was busy or broken for a moment.
        if (!answer.ok && passing.has(answer.code))
          setTimeout(() => !gone && socket?.connected && ask(), answerWithinMs);
        if (answer.ok) take({ version: answer.version, at: answer.at, data: answer.data as ViewData[V] });
        heard(answer.ok ? answer.at : undefined);
      } catch {
        // No answer in time. A new connection asks by itself, an open one is asked again.
        if (!gone && socket?.connected) ask();
      }
    };

    const onConnect = () => {
      firstOfConnection = true;
      if (screen) socket?.emit('hello', { kind: screen, page: thisPage, build: build ?? null });
      ask();
    };

    const onDisconnect = (reason: string) => {
      // The client does not come back by itself when the server closed the connection in order.
      if (reason === 'io server disconnect') setTimeout(() => !gone && socket?.connect(), reconnectAfterMs);
      refresh();
    };

    const onRefusedConnection = (error: Error) => {
      // After a network error the client tries again by itself, after a refusal (session ended) it does not.
      if (socket?.active) return;
      setRefused(error.message);
      setTimeout(() => !gone && socket?.connect(), answerWithinMs);
    };

    acquire().then((shared) => {
      if (gone) return;
      socket = shared;
      socket.on('connect', onConnect);
      socket.on('disconnect', onDisconnect);
      socket.on('connect_error', onRefusedConnection);
      socket.on('heartbeat', onHeartbeat);
      socket.on('reload', onReload);
      socket.on('view', onView);
      if (socket.connected) onConnect();
    }, refresh);

    const ticking = setInterval(refresh, 1_000);
    // A tablet that was asleep, or a cable that was put back in.
    document.addEventListener('visibilitychange', refresh);
    window.addEventListener('online', refresh);

    return () => {
      gone = true;
      clearInterval(ticking);
      document.removeEventListener('visibilitychange', refresh);
      window.removeEventListener('online', refresh);
      socket?.off('connect', onConnect);
      socket?.off('disconnect', onDisconnect);
      socket?.off('connect_error', onRefusedConnection);
      socket?.off('heartbeat', onHeartbeat);
      socket?.off('reload', onReload);
      socket?.off('view', onView);
      if (users > 1) socket?.emit('unwatch', { hall, view });
      release();
    };
  }, [key, hall, view, build, screen]);

  const acknowledge = useCallback(
    async (items: Acknowledged[]): Promise<'taken' | 'later' | 'refused'> => {
      try {
        const socket = await opening;
        if (!socket?.connected) return 'later';
        const answer = await socket.timeout(answerWithinMs).emitWithAck('acknowledge', { hall, items });
        if (answer.ok) return 'taken';
        return passing.has(answer.code ?? '') ? 'later' : 'refused';
      } catch {
        return 'later';
      }
    },
    [hall],
  );

  return {
    acknowledge,
    data: snapshot?.data,
    version: snapshot?.version ?? 0,
    at: snapshot?.at,
    connection: link.connection,
    ageSeconds: link.ageSeconds,
    serverOffsetMs,
    shouldReload,
    refused,
  };
}

let revivedAt = 0;

/**
 * A connection that is open but silent is dead (a router that forgot it): make a new one, at most every few seconds.
 * One that is being made is left alone: beginning again would only take longer.
 */
function reviveSocket(socket: LiveSocket | undefined) {
  if (!socket?.connected || Date.now() - revivedAt < answerWithinMs) return;
  revivedAt = Date.now();
  socket.disconnect().connect();
}
