import { api } from '@/lib/api/app';
import { apiKeySecret } from '@/lib/auth/secrets';
import { execute } from '@/lib/door/execute';
import type { House } from '@/lib/door/house';
import { createApiKey, createStaff } from '@/lib/staff/commands';
import type { Role } from '@/lib/staff/roles';

export const PASSWORD = 'the right password';
const SYSTEM = { actor: { kind: 'system' } } as const;

export interface Answer {
  status: number;
  /** Parsed JSON; null without a body. */
  body: unknown;
  headers: Headers;
}

/** Sends requests to the API in this process, as one caller. */
export class ApiClient {
  constructor(
    private readonly house: House,
    readonly headers: Record<string, string> = {},
  ) {}

  /** The same caller with more headers. */
  with(headers: Record<string, string>): ApiClient {
    return new ApiClient(this.house, { ...this.headers, ...headers });
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await api(this.house).fetch(
      new Request(`http://hall.test/api/v1${path}`, {
        method,
        headers: {
          'x-client-address': '192.0.2.1',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...this.headers,
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: json ? JSON.parse(text) : text || null, headers: response.headers };
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', path, body);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }
}

/** A program with a key for one role in one hall. */
export async function withKey(house: House, hall: string, role: Exclude<Role, 'admin'>): Promise<ApiClient> {
  const made = await execute(house, SYSTEM, createApiKey, { hall, name: `${role} program`, role });
  if (!made.ok) throw new Error(`No key: ${JSON.stringify(made.failure)}`);
  return new ApiClient(house, { authorization: `Bearer ${apiKeySecret(house.secret, made.value.id)}` });
}

/** Somebody signed in through the API, with one role. */
export async function signedIn(house: House, username: string, hallId: string | null, role: Role): Promise<ApiClient> {
  const made = await execute(house, SYSTEM, createStaff, {
    username,
    name: username,
    password: PASSWORD,
    roles: [{ hallId: role === 'admin' ? null : hallId, role }],
  });
  if (!made.ok) throw new Error(`No staff: ${JSON.stringify(made.failure)}`);
  const answer = await new ApiClient(house).post('/session', { username, password: PASSWORD });
  if (answer.status !== 201) throw new Error(`Not signed in: ${JSON.stringify(answer.body)}`);
  return new ApiClient(house, {
    cookie: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  });
}
