/** The loop that the vendor recommends. @type {import('../simulate.mjs').Watch} */
export async function watch(ask, patience) {
  const startedAt = Date.now()
  while (Date.now() - startedAt < patience) {
    if (await ask()) return 'completed'
    await new Promise((resolve) => setTimeout(resolve, 5000))
  }
  return 'timed out'
}
