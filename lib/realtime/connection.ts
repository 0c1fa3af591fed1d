/** Where socket.io listens, beside Next's own upgrade for hot reload. */
export const LIVE_PATH = '/live';

/** The server says that it is there this often, so that a screen knows that silence is silence. */
export const HEARTBEAT_SECONDS = 5;

/** A screen that heard nothing for this long says that its data is old. */
export const STALE_SECONDS = 15;
