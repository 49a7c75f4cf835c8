/** How large and how slow a request may be (R-14, S-26). Beyond, it is refused, so that the others get theirs. */
export const JSON_BYTES_MAX = 1024 * 1024;
export const STREAM_BYTES_MAX = 2 * 1024 ** 3;

/** How long a request may take from its first line to its answer. */
export const handlerTime = { jsonMs: 60_000, streamMs: 30 * 60_000 } as const;

export const socketTime = {
  /** A connection on which nothing moves. */
  idleMs: 60_000,
  /** The same during an upload, while the work takes in what has come. */
  streamIdleMs: 5 * 60_000,
  headersMs: 10_000,
  /** The whole request, uploads included. */
  requestMs: 30 * 60_000,
  keepAliveMs: 72_000,
  checkEveryMs: 2_000,
} as const;

export const CONNECTIONS_MAX = 2_000;
export const PARAMETER_LENGTH_MAX = 200;

/**
 * Requests that are worked on or wait for the database at one time. More would only wait longer, until all of them are
 * too late: they are told at once to come again.
 */
export const REQUESTS_AT_ONCE_MAX = 250;
/** Files of one user that are made while they are read, at one time. */
export const EXPORTS_AT_ONCE_MAX = 2;
/** Seconds after which somebody who was turned away may come again: this long and up to twice as long. */
export const COME_AGAIN_SECONDS = 2;
