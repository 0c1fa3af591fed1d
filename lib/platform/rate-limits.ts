import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { env } from './env';
import { log } from './logging';

/** How many requests in how many seconds. */
export interface Allowance {
  points: number;
  seconds: number;
}

const shared = globalThis as typeof globalThis & { businessHallRedis?: Redis };

function redis(url: string): Redis {
  if (!shared.businessHallRedis) {
    shared.businessHallRedis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    shared.businessHallRedis.on('error', (error) => log().warn({ part: 'rate limits', error: error.message }));
  }
  return shared.businessHallRedis;
}

/** A limit of its own for each key; common to all servers where REDIS_URL is set, else in memory. */
export class RateLimit {
  private readonly limiter: RateLimiterAbstract;

  constructor(name: string, { points, seconds: duration }: Allowance, options: { local?: boolean } = {}) {
    const memory = new RateLimiterMemory({ keyPrefix: name, points, duration });
    const url = env().REDIS_URL;
    this.limiter =
      url && !options.local
        ? // Without Redis the limit goes on in memory: a hall must work when a helper of it does not.
          new RateLimiterRedis({
            storeClient: redis(url),
            keyPrefix: `limit:${name}`,
            points,
            duration,
            insuranceLimiter: memory,
          })
        : memory;
  }

  /** Takes one from the allowance; seconds to wait when it is used up, null when not. */
  async take(key: string): Promise<number | null> {
    try {
      await this.limiter.consume(key);
      return null;
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      return Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
    }
  }

  /** Seconds to wait, without taking anything. */
  async ask(key: string): Promise<number | null> {
    const state = await this.limiter.get(key);
    return state && state.remainingPoints <= 0 ? Math.max(1, Math.ceil(state.msBeforeNext / 1000)) : null;
  }
}
