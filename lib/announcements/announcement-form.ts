/**
 * How a call is announced: `full` with chime and all languages of the hall, `brief` without chime and in the hall's
 * first language only.
 */
export type AnnouncementForm = 'full' | 'brief';

/** Nobody's call waits longer than this for its turn on account of the calls before it. */
const LAST_TURN_WITHIN_SECONDS = 30;

/**
 * Several languages take about a quarter of a minute for each call. When more calls come than that allows, a short
 * call in time serves everybody better than a long one that comes when the customer has been given up: the numbers
 * are on the screen in any case.
 *
 * @param pending calls that wait for their turn, this one included
 * @param fullSeconds length of one call in full
 */
export function announcementForm(pending: number, fullSeconds: number): AnnouncementForm {
  return (pending - 1) * fullSeconds <= LAST_TURN_WITHIN_SECONDS ? 'full' : 'brief';
}
