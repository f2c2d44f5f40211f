// Measures the proxy as a host gets it, from dist/, and writes what came out into bench/PROXY.md. Ends with 1 where a bar
// is missed. `--handles <n>`: how many handles the memory is measured over, 10,000,000 by default.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { describeMemory } from './memory/describeMemory.mjs'
import { describeThroughput } from './throughput/describeThroughput.mjs'
import { measureThroughput } from './throughput/measureThroughput.mjs'
import { startChild } from './startChild.mjs'
import { describeUpstreamCalls } from './upstream-calls/describeUpstreamCalls.mjs'

const { values } = parseArgs({ options: { handles: { type: 'string', default: '10000000' } } })
const handles = Number(values.handles)
if (!Number.isInteger(handles) || handles < 1_000_000) {
  throw new TypeError(
    `--handles is ${values.handles}. Give a whole number from 1000000: over fewer, the heap of a process that warms up says nothing.`,
  )
}

/** @param {string} script @param {string[]} [args] @param {string[]} [execArgv] */
async function resultOf(script, args, execArgv) {
  const child = await startChild(script, args, execArgv)
  child.stop()
  return child.ready
}

/** @param {string} name */
async function versionOf(name) {
  const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return `${name} ${JSON.parse(await readFile(manifest, 'utf8')).version}`
}

const versions = [
  `Node ${process.versions.node}`,
  await versionOf('hono'),
  await versionOf('@hono/node-server'),
]

let text = `# The proxy, measured

\`npm run bench:proxy\` measures it and writes this file, with ${versions.join(', ')}. Every figure is a ratio or a
count from one run, so that it says something on another machine too.
`
let isMet = true

/**
 * A part of the report.
 *
 * @typedef {object} Section
 * @property {string} text Markdown
 * @property {boolean} isMet whether every bar in it is
 */

/** @param {Section} section */
function add(section) {
  console.log(section.text)
  text += `\n${section.text}`
  isMet &&= section.isMet
}

add(describeThroughput(await measureThroughput()))
add(
  describeUpstreamCalls({
    one: await resultOf('upstream-calls/inVirtualTime.mjs', ['1']),
    two: await resultOf('upstream-calls/inVirtualTime.mjs', ['2']),
    overRedis: await resultOf('upstream-calls/overRedis.mjs'),
  }),
)
add(describeMemory(await resultOf('memory/heapOverHandles.mjs', [`${handles}`], ['--expose-gc'])))

const file = fileURLToPath(new URL('../PROXY.md', import.meta.url))
await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
console.log(isMet ? 'Every bar is met.' : 'A bar is missed.')
process.exitCode = isMet ? 0 : 1
