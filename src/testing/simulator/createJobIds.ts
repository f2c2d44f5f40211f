/**
 * The ids of the job that is begun at `startedAt` as the `count`th of its simulator: they look random, and
 * are the same each time. Job ids take the two published forms in turn, `itr_job_…` and `itr_<uuid>`.
 */
export function simulatedIds(startedAt: number, count: number): { jobId: string; docId: string } {
  const next = digitsFrom(`${startedAt}/${count}`)
  const hex = (length: number) => next(length, '0123456789abcdef')
  const jobId =
    count % 2 === 0
      ? `itr_job_${next(12, 'abcdefghijklmnopqrstuvwxyz0123456789')}`
      : `itr_${hex(8)}-${hex(4)}-4${hex(3)}-${next(1, '89ab')}${hex(3)}-${hex(12)}`
  return { jobId, docId: `itr_analyzer_${hex(8)}_${hex(24)}` }
}

/** FNV-1a makes the seed a number, xorshift32 goes on from there. */
function digitsFrom(seed: string) {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193)
  state ||= 1
  return (length: number, alphabet: string) =>
    Array.from({ length }, () => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return alphabet[(state >>> 0) % alphabet.length]
    }).join('')
}
