/** Returns the standard normal distribution function at `z` (series of Marsaglia, 2004). @param {number} z */
function normalShare(z) {
  let term = z
  let sum = z
  for (let odd = 3; Math.abs(term) > 1e-15; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

/** @param {number} share */
function normalQuantile(share) {
  let [low, high] = [-6, 6]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (normalShare(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** @param {number} shortest @param {number} longest */
const uniform = (shortest, longest) => (/** @type {number} */ share) =>
  shortest + (longest - shortest) * share

/** Returns the quantiles of a log-normal distribution, cut off at `longest`. @param {number} median @param {number} sigma @param {number} longest */
function logNormal(median, sigma, longest) {
  const within = normalShare(Math.log(longest / median) / sigma)
  return (/** @type {number} */ share) => median * Math.exp(sigma * normalQuantile(share * within))
}

/**
 * Durations of jobs, in s: the time within which a share of all jobs has ended.
 *
 * @satisfies {Record<string, (share: number) => number>}
 */
export const quantiles = {
  typical: uniform(30, 90),
  tail: logNormal(50, 0.75, 240),
  fast: uniform(5, 20),
  stuck: () => Infinity,
}

/**
 * Returns the durations of `count` jobs, from the shortest. Each is the middle of an equal share, so every run has the same ones.
 *
 * @param {(share: number) => number} quantile
 * @param {number} count
 */
export const sample = (quantile, count) =>
  Array.from({ length: count }, (_, job) => quantile((job + 0.5) / count))
