/** Files of the build that this page has loaded so far. */
function loadedFiles(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const own = loaded.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_next/static/'),
  );
  return [...new Set(own.map(({ pathname, search }) => pathname + search))];
}

/**
 * Keeps this page and its files on the tablet, so that the desk can be opened again without a connection. Nothing
 * happens where the browser has no such store: on a plain address without a certificate, or while developing.
 *
 * @param scope path of the desk, the only page that is ever answered from the store
 */
export async function keepShell(scope: string, build: string): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
  const { active, installing, waiting } = await navigator.serviceWorker.register('/guide-worker.js', { scope });
  (active ?? waiting ?? installing)?.postMessage({ build, path: scope, files: loadedFiles() });
}
