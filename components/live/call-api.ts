import type { ErrorCode, FieldProblem } from '@/lib/core/errors';

/** Why a call did nothing. `no-connection`: the server was not reached, or answered with something that is not ours. */
export type ApiProblem = {
  code: ErrorCode | 'no-connection';
  /** HTTP status; 0 where nothing came back. */
  status: number;
  /** English, for logs; people read the text `errors.<code>`. */
  detail?: string;
  currentState?: string;
  errors?: FieldProblem[];
};

export type ApiAnswer<Value> = { ok: true; value: Value } | { ok: false; problem: ApiProblem };

/** A tap that gets no answer is sent again after these pauses, in ms, under the same key: it can only count once. */
const retryAfterMs = [300, 1_200];
const answerWithinMs = 6_000;
/** The server was reached and could not work just now: worth another try. */
const passing = new Set([502, 503, 504]);

/**
 * Sends one tap to the HTTP API of the own house, in the session of the person (cookie).
 *
 * @param path below `/api/v1`, beginning with `/`
 * @param body sent as JSON; none for calls without input
 * @param key left out: this call is a tap of its own; given: the same tap as every other call under this key
 * @returns the answer's JSON (`null` for 204), or what is wrong; never throws
 */
export async function callApi<Value>(
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  key = newIdempotencyKey(),
): Promise<ApiAnswer<Value>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') {
    headers['content-type'] = 'application/json';
    headers['idempotency-key'] = key;
  }
  const request: RequestInit = {
    method,
    headers,
    credentials: 'same-origin',
    cache: 'no-store',
    body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
  };
  let answer = await attempt<Value>(path, request);
  for (const pauseMs of retryAfterMs) {
    if (answer.ok || !(answer.problem.status === 0 || passing.has(answer.problem.status))) break;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    answer = await attempt<Value>(path, request);
  }
  return answer;
}

/** `randomUUID` exists only on secure origins; a hall's own server may be reached by its plain address. */
export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function attempt<Value>(path: string, request: RequestInit): Promise<ApiAnswer<Value>> {
  try {
    const response = await fetch(`/api/v1${path}`, { ...request, signal: AbortSignal.timeout(answerWithinMs) });
    if (response.status === 204) return { ok: true, value: null as Value };
    const json: unknown = await response.json();
    if (response.ok) return { ok: true, value: json as Value };
    const problem = json as Partial<ApiProblem>;
    return { ok: false, problem: { ...problem, code: problem.code ?? 'internal', status: response.status } };
  } catch {
    return { ok: false, problem: { code: 'no-connection', status: 0 } };
  }
}
