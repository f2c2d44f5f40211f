/** Longest delay of a timer, in ms: a signed 32-bit integer. With a longer one a browser fires at once (HTML, "Timers"). */
export const MAX_TIMEOUT_MS = 2 ** 31 - 1
