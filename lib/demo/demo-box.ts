import { DEMO_HALL } from './demo-hall';
import { DEMO_PASSWORD } from './demo-staff';

/** Codes with which a browser becomes a device of the hall. */
export interface Pairings {
  display?: string;
  kiosk?: string;
}

/**
 * What `npm run demo` prints when the hall is open: where the screens are and who signs in.
 *
 * @param codes left out where the screens open unpaired
 */
export function demoBox(url: string, codes: Pairings = {}): string {
  const pair = (code: string | undefined) => (code ? `?pair=${code}` : '');
  const hall = DEMO_HALL.slug;
  const rows: [what: string, path: string, who: string][] = [
    ['Doorway', '/', ''],
    ['Lobby display', `/screens/${hall}/display${pair(codes.display)}`, 'nobody signs in'],
    ['Kiosk', `/screens/${hall}/kiosk${pair(codes.kiosk)}`, 'a browser (profile) of its own'],
    ['Guide desk', `/desk/${hall}/guide`, 'guide'],
    ['Counter', `/desk/${hall}/counter`, 'clerk1 … clerk12'],
    ['Floor', `/desk/${hall}/floor`, 'floor'],
    ['Live board', `/manage/${hall}/live`, 'manager or lead'],
    ['Journey board', `/manage/${hall}/journey`, 'manager or lead'],
    ['Settings', `/manage/${hall}/settings`, 'manager or admin'],
    ['HTTP API', '/api/v1/openapi.json', ''],
  ];
  const widest = Math.max(...rows.map(([, path]) => `${url}${path}`.length));
  const lines = [
    'The demo hall is open.',
    '',
    ...rows.map(([what, path, who]) => `${what.padEnd(15)}${`${url}${path}`.padEnd(widest + 2)}${who}`.trimEnd()),
    '',
    `Password of every account: ${DEMO_PASSWORD}`,
    'Sign in as a clerk and the player leaves that clerk to you. Ctrl+C closes the hall; its day is kept.',
  ];
  const width = Math.max(...lines.map((line) => line.length));
  const edge = '─'.repeat(width + 2);
  return [`┌${edge}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${edge}┘`].join('\n');
}
