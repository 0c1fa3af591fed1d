import { callApi } from '@/components/live/call-api';

/** Tickets that this browser is told of: the browser's one subscription serves them all. */
const PLACE = 'push-tickets';

function followed(): string[] {
  try {
    const list = JSON.parse(localStorage.getItem(PLACE) ?? '[]') as unknown;
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

function keep(tokens: string[]): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(tokens));
  } catch {
    // Without it the page asks again after a reload.
  }
}

/** Whether this browser is told of a ticket. */
export function isFollowed(token: string): boolean {
  return followed().includes(token);
}

/**
 * Has the hall tell this browser of a ticket, also while the page is closed. Only after the person has allowed it.
 *
 * @param publicKey the hall's, base64url
 * @returns false where the browser cannot do it, or the hall was not reached
 */
export async function followByPush(token: string, publicKey: string, locale: string): Promise<boolean> {
  try {
    if (!('serviceWorker' in navigator && 'PushManager' in window)) return false;
    if (Notification.permission !== 'granted') return false;
    const { pushManager } = await navigator.serviceWorker.ready;
    const known = await pushManager.getSubscription();
    if (known && !hasKey(known, publicKey)) await known.unsubscribe();
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
    const { endpoint, keys } = subscription.toJSON();
    const answer = await callApi('POST', `/tickets/${token}/push-subscription`, { endpoint, keys, locale });
    if (answer.ok) keep([token, ...followed().filter((one) => one !== token)].slice(0, 10));
    return answer.ok;
  } catch {
    // No push service, or none that is reached: the page alerts while it is open.
    return false;
  }
}

function hasKey(subscription: PushSubscription, publicKey: string): boolean {
  const bytes = new Uint8Array(subscription.options.applicationServerKey ?? new ArrayBuffer(0));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === publicKey;
}

/** The ticket has ended: the hall forgets this browser by itself; the browser forgets the hall when it was the last. */
export async function stopPush(token: string): Promise<void> {
  const rest = followed().filter((one) => one !== token);
  keep(rest);
  if (rest.length > 0) return;
  try {
    const registration = await navigator.serviceWorker.getRegistration('/t/');
    await (await registration?.pushManager.getSubscription())?.unsubscribe();
  } catch {
    // It is of no use to anybody any more, and the push service drops it.
  }
}
