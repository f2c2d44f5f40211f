import { describeMemory } from './memory/describeMemory.mjs'
import { resultOf } from '../startChild.mjs'
import { versionOf } from '../versionOf.mjs'
import { describeThroughput } from './throughput/describeThroughput.mjs'
import { measureThroughput } from './throughput/measureThroughput.mjs'
import { describeUpstreamCalls } from './upstream-calls/describeUpstreamCalls.mjs'

/** Number of handles. With fewer, the warm-up of the process hides a leak. */
const HANDLES = 10_000_000

/** @returns {Promise<import('../run.mjs').Section>} */
export async function reportProxy() {
  const sections = [
    describeThroughput(await measureThroughput()),
    describeUpstreamCalls({
      one: await resultOf('proxy/upstream-calls/inVirtualTime.mjs', ['1']),
      two: await resultOf('proxy/upstream-calls/inVirtualTime.mjs', ['2']),
      overRedis: await resultOf('proxy/upstream-calls/overRedis.mjs'),
    }),
    describeMemory(await resultOf('proxy/memory/heapOverHandles.mjs', [`${HANDLES}`], ['--expose-gc'])),
  ]
  const versions = [
    `Node ${process.versions.node}`,
    await versionOf('node_modules/hono'),
    await versionOf('node_modules/@hono/node-server'),
  ]
  return {
    text: `## Proxy

With ${versions.join(', ')}; about 18 minutes.

${sections.map(({ text }) => text).join('\n')}`,
    isMet: sections.every(({ isMet }) => isMet),
  }
}
