// Measures the CPU time of server renders, in ms per render. Argument: the URL of the built elements.tsx.

// React reads it when it loads.
process.env.NODE_ENV = 'production'
const { renderToString } = await import('react-dom/server')

const WARM_UP = 2_000
const ROUNDS = 8
const RENDERS_PER_ROUND = 500

const { widget, plainParts } = /** @type {typeof import('./elements.tsx')} */ (
  await import(String(process.argv[2]))
)

if (renderToString(widget) !== renderToString(plainParts)) {
  throw new Error(
    `The plain parts render other HTML than the widget. Update PlainParts.tsx.\n${renderToString(widget)}\n${renderToString(plainParts)}`,
  )
}

/** @param {import('react').ReactElement} element @param {number} renders */
function measure(element, renders) {
  const before = process.cpuUsage()
  for (let i = 0; i < renders; i++) renderToString(element)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / renders
}

measure(widget, WARM_UP)
measure(plainParts, WARM_UP)
// In turn, so that a busy machine slows both down.
const rounds = Array.from({ length: ROUNDS }, () => ({
  widget: measure(widget, RENDERS_PER_ROUND),
  plainParts: measure(plainParts, RENDERS_PER_ROUND),
}))
process.send?.(rounds)
