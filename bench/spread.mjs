/**
 * Returns the median and the quartiles.
 *
 * @param {number[]} values
 */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (/** @type {number} */ share) => sorted[Math.round(share * (sorted.length - 1))] ?? NaN
  return { low: at(0.25), median: at(0.5), high: at(0.75) }
}
