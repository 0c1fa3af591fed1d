import { lookup as lookUp } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net, { type LookupFunction } from 'node:net';

/** An address that somebody outside gave us is not called: it leads into our own network, or is none. */
export class RefusedAddress extends Error {}

export interface Outgoing {
  url: string;
  headers: Record<string, string | number>;
  body: string | Buffer;
  /** Gives up after this, in ms, whatever the other side does. */
  withinMs: number;
  /** The house's own network may be called, and plain http. */
  allowPrivate: boolean;
  /** How names become addresses; left out, as this machine does it. */
  resolve?: typeof lookUp;
}

export interface OutgoingAnswer {
  status: number;
  /** What the other side asks for by `Retry-After` in seconds; null without. */
  retryAfterSeconds: number | null;
}

// What is no address of the public internet (RFC 6890 and its successors), and what carries such an address inside.
const OWN_NETWORKS: readonly [string, number, 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const own = new net.BlockList();
for (const [network, prefix, family] of OWN_NETWORKS) own.addSubnet(network, prefix, family);

/** Whether an IP address belongs to the public internet. IPv4 inside IPv6 (::ffff:10.0.0.1) counts as what it is. */
export function isPublicAddress(address: string): boolean {
  const family = net.isIP(address);
  return family !== 0 && !own.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** What is wrong with an address before anybody is asked for it: `null` when it may be tried. */
export function addressProblem(url: string, allowPrivate: boolean): string | null {
  if (!URL.canParse(url)) return 'is not an address';
  const { protocol, hostname, username, password } = new URL(url);
  if (protocol !== 'https:' && !(allowPrivate && protocol === 'http:')) return 'must begin with https://';
  if (username || password) return 'must not hold a password';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && net.isIP(host) && !isPublicAddress(host)) return 'must not lead into a private network';
  if (!allowPrivate && /(^|\.)(localhost|local|internal|localdomain)$/i.test(host))
    return 'must not lead into a private network';
  return null;
}

/**
 * The address is checked where the connection is made, so that a name which answers differently the second time
 * (DNS rebinding) leads nowhere either.
 */
function publicOnly(resolve: typeof lookUp): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      const bad = found.some(({ address }) => !isPublicAddress(address));
      if (bad || !found[0]) return done(new RefusedAddress('must not lead into a private network'), '');
      return options.all ? done(null, found) : done(null, found[0].address, found[0].family);
    });
  };
}

/** As much of an answer is read, so that its connection ends in order; nobody looks at it. */
const MOST_BYTES = 64 * 1024;

/**
 * POSTs to an address that was given from outside. Follows no redirects, reads no more than it must, and never calls an
 * address of a private network unless that is allowed. Throws RefusedAddress, or the error of the connection.
 */
export function sendOut({
  url,
  headers,
  body,
  withinMs,
  allowPrivate,
  resolve: resolveName = lookUp,
}: Outgoing): Promise<OutgoingAnswer> {
  const problem = addressProblem(url, allowPrivate);
  if (problem) return Promise.reject(new RefusedAddress(problem));
  const signal = AbortSignal.timeout(withinMs);
  return new Promise((resolve, reject) => {
    const { request } = url.startsWith('https:') ? https : http;
    const sending = request(
      url,
      {
        method: 'POST',
        signal,
        // No connection is kept: the next message may go elsewhere, and a half-dead one would cost a try.
        agent: false,
        headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
        ...(allowPrivate ? {} : { lookup: publicOnly(resolveName) }),
      },
      (response) => {
        let bytes = 0;
        response.on('data', (part: Buffer) => {
          bytes += part.length;
          if (bytes > MOST_BYTES) response.destroy();
        });
        const answer = { status: response.statusCode ?? 0, retryAfterSeconds: secondsOf(response.headers) };
        response.once('error', reject);
        response.once('close', () => (signal.aborted ? reject(signal.reason) : resolve(answer)));
      },
    );
    sending.once('error', (error) => reject(signal.aborted ? signal.reason : error));
    sending.end(body);
  });
}

function secondsOf(headers: http.IncomingHttpHeaders): number | null {
  const seconds = Number(headers['retry-after']);
  return headers['retry-after'] !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
