const reloadedKey = 'display.reloaded';
/** Two servers with different builds side by side must not make a screen reload for ever. */
const atMostEveryMs = 60_000;
const askAgainMs = 2_000;

let reloading = false;

/**
 * Loads the page anew once the server answers: a browser that reloads while the server is away is left on its own
 * error page, which nobody is there to close.
 */
export async function reloadWhenReachable(): Promise<void> {
  if (reloading) return;
  reloading = true;
  while (!(await reachable())) await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  window.location.reload();
}

/** The same for a wish that may come again and again, such as a new build. */
export function reloadSparingly(): void {
  const last = Number(read() ?? 0);
  if (Date.now() - last < atMostEveryMs && Date.now() >= last) return;
  write(String(Date.now()));
  void reloadWhenReachable();
}

async function reachable(): Promise<boolean> {
  try {
    const answer = await fetch(window.location.href, { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

function read(): string | null {
  try {
    return sessionStorage.getItem(reloadedKey);
  } catch {
    return null;
  }
}

function write(value: string): void {
  try {
    sessionStorage.setItem(reloadedKey, value);
  } catch {
    // Without a memory it may reload more often, once each time the server says so.
  }
}
