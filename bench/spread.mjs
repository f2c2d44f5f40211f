/** Returns the value below which a share of the values lies. @param {readonly number[]} values @param {number} share */
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? NaN

/** Returns the median and the quartiles. @param {readonly number[]} values */
export const spread = (values) => ({
  low: quantile(values, 0.25),
  median: quantile(values, 0.5),
  high: quantile(values, 0.75),
})

/** Returns the median in bold and the quartiles in brackets. @param {ReturnType<typeof spread>} spread */
export const spreadToText = ({ low, median, high }) =>
  `**${median.toFixed(2)}** (${low.toFixed(2)}–${high.toFixed(2)})`
