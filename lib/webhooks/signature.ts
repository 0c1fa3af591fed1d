import { createHmac } from 'node:crypto';

/**
 * The headers of a message by Standard Webhooks (standardwebhooks.com): its id, the same in every attempt; the time of
 * this attempt in seconds; and the HMAC-SHA256 of "id.time.body" with the secret's bytes.
 */
export function signedHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000).toString();
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
