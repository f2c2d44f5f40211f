/** Longest delay of a timer, in ms: a signed 32-bit integer. A browser fires a timer with a longer delay at once (HTML, "Timers"). */
export const MAX_TIMEOUT_MS = 2 ** 31 - 1
