/** Jobs of each distribution. */
export const JOBS = 400

/** Of a request, in s: half of it on the way there, half on the way back. */
export const LATENCY = 0.3

/** When a client that takes a deadline is to give up, in s: the package's default, within the vendor's 3 to 5 minutes. */
export const DEADLINE = 240
