const ISO_8601 = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,3})\d*)?(?:Z|([+-]\d\d):?(\d\d))?$/i

/**
 * A time as `toISOString()` writes it, or null where the text is none. The flat answer's times carry microseconds and no
 * zone: they are UTC (vendor doc), where JavaScript would read them as local time, 5:30 h off in India.
 */
export function toIsoTime(text: string): string | null {
  const [, day, time, fraction = '0', hours = '+00', minutes = '00'] = ISO_8601.exec(text.trim()) ?? []
  if (day === undefined) return null
  // Only this spelling, colon in the zone included, is read alike by every engine (ECMA-262, "Date Time String Format").
  const date = new Date(
    `${day}T${time}${time!.length === 5 ? ':00' : ''}.${fraction.padEnd(3, '0')}${hours}:${minutes}`,
  )
  // Some engines roll 30 February over into March, others refuse it.
  const rollsOver = new Date(`${day}T00:00:00Z`).getUTCDate() !== Number(day.slice(8))
  return rollsOver || Number.isNaN(date.getTime()) ? null : date.toISOString()
}
