import type { IncomingMessage, ServerResponse } from 'node:http';
import type { House } from '@/lib/door/house';
import { API_PATH, api } from './app';
import { problemResponse } from './problem';
import { mostBytes } from './request-body';

/** Is this request for the API? The server asks before it gives a request to the pages. */
export function isApiRequest(request: IncomingMessage): boolean {
  const path = request.url ?? '';
  return path.startsWith(API_PATH) && ['', '/', '?'].includes(path.charAt(API_PATH.length));
}

/**
 * Answers an API request of the HTTP server. The API does not go through the pages' router: that answers broken
 * addresses with pages of its own, and costs more time than most commands.
 */
export async function answerApi(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const made = toRequest(request, await readBytes(request));
  const answer = made
    ? await api(house).fetch(made)
    : problemResponse({ code: 'invalid-input', detail: 'The request line or a header is not valid.' });
  const headers: Record<string, string | string[]> = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  };
  for (const [name, value] of answer.headers) headers[name] = value;
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  const body = request.method === 'HEAD' ? null : await answer.arrayBuffer();
  response.writeHead(answer.status, { ...headers, 'content-length': String(body?.byteLength ?? 0) });
  response.end(body ? Buffer.from(body) : undefined);
}

/** The body, or one byte more than is allowed of it; the rest is read and thrown away, so that the answer arrives. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  const most = mostBytes(request.headers['content-type']);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const done = () => resolve(Buffer.concat(chunks).subarray(0, most + 1));
    request.on('data', (chunk: Buffer) => {
      if (size <= most) chunks.push(chunk);
      size += chunk.length;
      if (size > most) done();
    });
    request.once('end', done);
    request.once('close', done);
  });
}

function toRequest(request: IncomingMessage, body: Buffer): Request | null {
  try {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    const method = request.method ?? 'GET';
    return new Request(new URL(request.url ?? '/', 'http://localhost'), {
      method,
      headers,
      ...(body.length > 0 && method !== 'GET' && method !== 'HEAD' ? { body: new Uint8Array(body) } : {}),
    });
  } catch {
    return null;
  }
}
