import { DEMO_HALL } from './demo-hall';
import { DEMO_PASSWORD } from './demo-staff';

/**
 * What `npm run demo` prints when the hall is open: where the screens are and who signs in.
 *
 * @param pairing code with which the lobby display becomes a device of the hall
 */
export function demoBox(url: string, pairing: string | null = null): string {
  const hall = DEMO_HALL.slug;
  const rows: [what: string, path: string, who: string][] = [
    ['Doorway', '/', ''],
    ['Lobby display', `/screens/${hall}/display${pairing ? `?pair=${pairing}` : ''}`, 'nobody signs in'],
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
