/** An answer of the HTTP API: the status, and the parsed body (null for 204). */
export interface ApiAnswer {
  status: number;
  body: unknown;
}

export interface ApiClientOptions {
  url: string;
  /**
   * Called when a request got no answer or the server was not ready for it; resolves when another try makes sense, or
   * with false to give up. Left out: gives up at once.
   */
  lost?(attempt: number): Promise<boolean>;
  /** Told of each request that is sent, before its answer is there. */
  sent?(): void;
}

/**
 * A program at the HTTP API. Every POST carries an idempotency key, and a repetition carries the same one, so that a
 * request whose answer was lost has no second effect.
 */
export class ApiClient {
  /** Requests repeated because the first answer was lost. */
  repeated = 0;
  private count = 0;
  private readonly run = crypto.randomUUID();

  constructor(private readonly options: ApiClientOptions) {}

  async send(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<ApiAnswer> {
    const key = `${this.run}-${++this.count}`;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.once(method, path, { ...headers, 'idempotency-key': key }, body);
      if (answer && answer.status < 500) return answer;
      if (!(await this.options.lost?.(attempt))) {
        if (answer) return answer;
        throw new Error(`${method} ${path}: the server does not answer.`);
      }
      this.repeated += 1;
    }
  }

  private async once(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: unknown,
  ): Promise<ApiAnswer | null> {
    try {
      const answered = fetch(`${this.options.url}/api/v1${path}`, {
        method,
        headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      this.options.sent?.();
      const response = await answered;
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    } catch {
      return null;
    }
  }

  /** Signs in, and gives the headers that say so. Throws with the server's words when it refuses. */
  async signIn(username: string, password: string): Promise<Record<string, string>> {
    const response = await fetch(`${this.options.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok) throw new Error(`Signing in as ${username} was refused: ${await response.text()}`);
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    return { cookie: cookie.join('; ') };
  }
}
