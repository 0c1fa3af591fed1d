/**
 * Keeps the guide desk's page and its files on the tablet, for when it is opened without a connection. With a
 * connection the page always comes from the server, so that no tablet stays behind after a deployment; files carry
 * their content in their name and never change.
 */
const PREFIX = 'guide-desk ';
const PAGE = /^\/desk\/[^/]+\/guide$/;
const FILES = '/_next/static/';
/** A network that hangs is as good as none. */
const WITHIN_MS = 5000;
/** What a server answers that is being started, or cannot work. */
const AWAY = [502, 503, 504];

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page says which build it is of and what it has loaded; files of other builds are let go. */
self.addEventListener('message', (event) => {
  const { build, path, files } = event.data ?? {};
  if (typeof build === 'string' && PAGE.test(path) && Array.isArray(files)) event.waitUntil(keep(build, path, files));
});

async function keep(build, path, files) {
  const cache = await caches.open(PREFIX + build);
  const missing = [];
  for (const file of files) if (file.startsWith(FILES) && !(await cache.match(file))) missing.push(file);
  await cache.addAll(missing);
  if (!(await cache.match(path))) await keepPage(cache, path, await fetch(path, { redirect: 'manual' }));
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== PREFIX + build) await caches.delete(name);
}

async function keepPage(cache, path, answer) {
  if (answer.ok && !answer.redirected) await cache.put(path, answer);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PAGE.test(pathname)) event.respondWith(page(event, pathname));
  else if (pathname.startsWith(FILES)) event.respondWith(file(request));
});

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function page(event, path) {
  const kept = await caches.match(path);
  let answer;
  try {
    const late = new Promise((_, refuse) => setTimeout(() => refuse(new Error('no answer')), WITHIN_MS));
    answer = await (kept ? Promise.race([fetch(event.request), late]) : fetch(event.request));
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
  if (kept && AWAY.includes(answer.status)) return kept;
  const copy = answer.clone();
  event.waitUntil(renew(path, copy));
  return answer;
}

/** The newest page in place of the kept one; nothing is kept for somebody who is no longer signed in. */
async function renew(path, answer) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const cache = await caches.open(name);
    if (!(await cache.match(path))) continue;
    if (answer.ok && !answer.redirected) await cache.put(path, answer.clone());
    else if (answer.status < 500) await cache.delete(path);
  }
}
