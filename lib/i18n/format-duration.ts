/**
 * A duration for reading at a glance: `m:ss` under an hour, `h:mm:ss` from an hour on.
 * Parts of a second are cut, so that 9:59.9 never reads as the limit of 10:00. Negative
 * durations (a clock that runs ahead) read as `0:00`; what is no number reads as `–`.
 *
 * @param seconds duration in seconds
 */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  const whole = Math.max(0, Math.floor(seconds));
  const s = whole % 60;
  const m = Math.floor(whole / 60) % 60;
  const h = Math.floor(whole / 3600);
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** The same as an ISO 8601 duration, for the `datetime` attribute of `<time>`: `PT9M59S`. */
export function isoDuration(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const h = Math.floor(whole / 3600);
  const m = Math.floor(whole / 60) % 60;
  const s = whole % 60;
  return `PT${h > 0 ? `${h}H` : ''}${m > 0 ? `${m}M` : ''}${s}S`;
}
