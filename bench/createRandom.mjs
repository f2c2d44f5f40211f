/** Returns a generator of numbers from 0 to 1, the same in every run (linear congruential). @param {number} seed */
export function createRandom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
