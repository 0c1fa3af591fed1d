// The service worker of customers' tickets (scope /t/): shows what the hall pushes, and keeps the last page of a ticket,
// so that it opens without network too. The page itself says how old it is.
const KEPT = 'tickets-1';
/** A page with its scripts, styles and texts is some thirty files. */
const MOST_FILES = 120;
const PAGE_WITHIN_MS = 4_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const message = event.data?.json();
  if (message) event.waitUntil(show(message));
});

async function show({ title, body, path, lang }) {
  await self.registration.showNotification(title, {
    body,
    lang,
    // One for each ticket: the newest replaces what it said before, and is felt again.
    tag: path,
    renotify: true,
    requireInteraction: true,
    vibrate: [400, 150, 400, 150, 800],
    icon: '/t/icon-192.png',
    badge: '/t/icon-192.png',
    data: { path },
  });
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

async function open(path) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const here = pages.find((page) => new URL(page.url).pathname === path);
  return here ? here.focus() : self.clients.openWindow(path);
}

// What the page loaded before this worker was there.
self.addEventListener('message', (event) => {
  const { keep } = event.data ?? {};
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep));
});

async function keepAll(addresses) {
  const kept = await caches.open(KEPT);
  for (const address of addresses) {
    try {
      if (!(await kept.match(address))) await kept.add(address);
    } catch {
      // Without it the page is kept less completely, and still shows its text.
    }
  }
  const all = await kept.keys();
  for (const old of all.slice(0, Math.max(0, all.length - MOST_FILES))) await kept.delete(old);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const page = request.mode === 'navigate' && pathname.startsWith('/t/');
  const file = pathname.startsWith('/_next/static/') || pathname.startsWith('/texts/');
  if (page || file) event.respondWith(answer(request, page));
});

/** The network's answer, kept; the kept one when the network has none, or for a page none in time. */
async function answer(request, page) {
  const kept = await caches.open(KEPT);
  const fromNetwork = fetch(request).then(async (response) => {
    if (response.ok) await kept.put(request, response.clone());
    return response;
  });
  const late = new Promise((resolve) => setTimeout(resolve, PAGE_WITHIN_MS));
  try {
    const first = page ? await Promise.race([fromNetwork, late.then(() => kept.match(request))]) : await fromNetwork;
    return first ?? (await fromNetwork);
  } catch {
    return (await kept.match(request)) ?? Response.error();
  }
}
