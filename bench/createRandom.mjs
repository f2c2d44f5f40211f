/** The same numbers from 0 to 1 in every run: a linear congruential generator. @param {number} seed */
export function createRandom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
