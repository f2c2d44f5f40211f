/** A loop whose waits grow from 5 to 10 s. @type {import('../simulate.mjs').Watch} */
export async function watch(ask, patience) {
  const startedAt = Date.now()
  let wait = 5000
  while (Date.now() - startedAt < patience) {
    if (await ask()) return 'completed'
    await new Promise((resolve) => setTimeout(resolve, wait))
    wait = Math.min(wait * 1.25, 10_000)
  }
  return 'timed out'
}
