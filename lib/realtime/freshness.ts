import { HEARTBEAT_SECONDS, STALE_SECONDS } from './connection';

/**
 * - `connecting`: nothing was received yet
 * - `live`: what is shown is what the server has
 * - `stale`: connected, but silent for longer than it may be
 * - `offline`: not connected, for longer than a short break
 */
export type Connection = 'connecting' | 'live' | 'stale' | 'offline';

/**
 * A break that ends before the next heartbeat is due is not worth a banner: the screen is right
 * again before a person has read it.
 *
 * @param silentSeconds since anything was heard of the server, or since the page was shown
 * @param hasData whether there is anything to show
 */
export function connectionState(connected: boolean, silentSeconds: number, hasData: boolean): Connection {
  if (!connected && silentSeconds > HEARTBEAT_SECONDS) return 'offline';
  if (silentSeconds > STALE_SECONDS) return 'stale';
  return hasData ? 'live' : 'connecting';
}

export type Snapshot<Data> = { version: number; at: string; data: Data };

/**
 * Which of two snapshots a screen shows. Within one connection versions only rise, so what is not
 * higher came late and is dropped. The first one of a new connection is always taken: the server
 * may have been restarted or changed, and its word counts.
 */
export function newerSnapshot<Data>(
  shown: Snapshot<Data> | undefined,
  received: Snapshot<Data>,
  firstOfConnection: boolean,
): Snapshot<Data> {
  return shown === undefined || firstOfConnection || received.version > shown.version ? received : shown;
}

/**
 * Server time minus device time, in ms. A message takes a while, so each sample is the true
 * offset minus that while: the largest of the last few is the nearest. Empty: 0.
 */
export function serverOffset(samplesMs: readonly number[]): number {
  return samplesMs.length === 0 ? 0 : Math.max(...samplesMs);
}
