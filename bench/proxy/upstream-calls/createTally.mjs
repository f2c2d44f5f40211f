/**
 * Counts the requests to the proxies and their upstream calls per job, and the lowest number of calls that could have
 * served the same requests.
 *
 * @typedef {{ at: number, instance: number }} Question
 *
 * @param {object} options
 * @param {number} options.interval the proxies' `minUpstreamInterval`, in ms
 * @param {number} options.settledFor how long the response of a terminal job is kept, in ms
 * @param {(job: string, at: number) => boolean} options.isSettled
 */
export function createTally({ interval, settledFor, isSettled }) {
  /** @type {Map<string, Question[]>} */
  const questions = new Map()
  let calls = 0

  /**
   * A request begins an interval, and one call serves all requests within it. The next request after it begins the next.
   *
   * @param {string} job
   * @param {Question[]} asked
   */
  function fewest(job, asked) {
    let intervals = 0
    let until = -Infinity
    for (const { at } of asked) {
      if (at < until) continue
      intervals++
      until = at + (isSettled(job, at) ? settledFor : interval)
    }
    return intervals
  }

  return {
    /** @param {string} job @param {number} instance */
    asked(job, instance) {
      const asked = questions.get(job) ?? []
      asked.push({ at: Date.now(), instance })
      questions.set(job, asked)
    },
    called() {
      calls++
    },
    result() {
      let questionCount = 0
      let floor = 0
      let allowed = 0
      for (const [job, asked] of questions) {
        questionCount += asked.length
        floor += fewest(job, asked)
        const instances = new Set(asked.map(({ instance }) => instance))
        for (const one of instances)
          allowed += fewest(
            job,
            asked.filter(({ instance }) => instance === one),
          )
      }
      return {
        jobs: questions.size,
        questions: questionCount,
        calls,
        ofFloor: calls / floor,
        ofAllowed: calls / allowed,
      }
    },
  }
}
