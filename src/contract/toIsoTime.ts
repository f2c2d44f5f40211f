const ISO_8601 = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/

/**
 * A time as `toISOString()` writes it, or null where the text is none. The flat answer's times carry microseconds and no
 * zone: they are UTC (vendor doc), where JavaScript would read them as local time, 5:30 h off in India.
 */
export function toIsoTime(text: string): string | null {
  const [iso, day = '', , , zone] = ISO_8601.exec(text.trim().replace(' ', 'T')) ?? []
  const date = new Date(zone ? iso! : `${iso}Z`)
  // Some engines roll 30 February over into March, others refuse it.
  const isReal = new Date(day).getUTCDate() === Number(day.slice(8)) && !Number.isNaN(date.getTime())
  return isReal ? date.toISOString() : null
}
