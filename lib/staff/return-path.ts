/**
 * Where a person goes after signing in: the page that sent them there, or the doorway. Only paths of
 * this house count, so that a link cannot lead on to a stranger's page.
 */
export function returnPath(asked: unknown): string {
  return typeof asked === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(asked) ? asked : '/';
}
