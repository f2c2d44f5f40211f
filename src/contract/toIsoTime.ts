const ISO_8601 = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/

/**
 * Converts an ISO 8601 time to the format of `toISOString()`. Returns null for anything else.
 *
 * Flat responses have no zone and mean UTC (vendor doc). `new Date()` would read local time, which is 5:30 h wrong in India.
 */
export function toIsoTime(text: string): string | null {
  const [iso, day = '', , , zone] = ISO_8601.exec(text.trim().replace(' ', 'T')) ?? []
  const date = new Date(zone ? iso! : `${iso}Z`)
  // Some engines read 30 February as a day in March, others reject it.
  const isReal = new Date(day).getUTCDate() === Number(day.slice(8))
  // Null if the date is invalid. In UTC its year may have more than four digits.
  const time = date.toJSON()
  return isReal && ISO_8601.test(time) ? time : null
}
