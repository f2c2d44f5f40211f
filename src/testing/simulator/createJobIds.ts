import { getDigest } from '../../proxy/identifyJob.ts'

/**
 * Returns the ids of a job. They look random, but depend only on the arguments. Job ids alternate between the two published
 * forms, `itr_job_…` and `itr_<uuid>`.
 *
 * @param startedAt epoch ms
 * @param simulator number of simulators that were created before
 * @param count number of jobs that the simulator started before
 */
export function createJobIds(startedAt: number, simulator: number, count: number) {
  const hex = getDigest(`${startedAt}/${simulator}/${count}`)
  const uuid = hex.replace(/^(.{8})(.{4})(.{3})(.{3})(.{12}).*/, '$1-$2-4$3-a$4-$5')
  return {
    jobId: count % 2 === 0 ? `itr_job_${hex.slice(0, 12)}` : `itr_${uuid}`,
    docId: `itr_analyzer_${hex.slice(32, 40)}_${hex.slice(40)}`,
  }
}
