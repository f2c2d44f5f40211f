/** Number of jobs of each distribution. */
export const JOBS = 400

/** Duration of a request, in s: half of it for each direction. */
export const LATENCY = 0.3

/** Deadline for clients that take one, in s: our default, within the vendor's 3 to 5 minutes. */
export const DEADLINE = 240
