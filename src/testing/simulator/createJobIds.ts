/**
 * Returns the ids of a job. They look random, but depend only on the arguments. Job ids alternate between the two published
 * forms, `itr_job_…` and `itr_<uuid>`.
 *
 * @param startedAt epoch ms
 * @param simulator number of simulators that were created before
 * @param count number of jobs that the simulator started before
 */
export function createJobIds(startedAt: number, simulator: number, count: number) {
  const next = createGenerator(`${startedAt}/${simulator}/${count}`)
  const hex = (length: number) => next(length, '0123456789abcdef')
  const jobId =
    count % 2 === 0
      ? `itr_job_${next(12, 'abcdefghijklmnopqrstuvwxyz0123456789')}`
      : `itr_${hex(8)}-${hex(4)}-4${hex(3)}-${next(1, '89ab')}${hex(3)}-${hex(12)}`
  return { jobId, docId: `itr_analyzer_${hex(8)}_${hex(24)}` }
}

/** Pseudorandom text: FNV-1a hashes the seed, xorshift32 continues from the hash. */
function createGenerator(seed: string) {
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
