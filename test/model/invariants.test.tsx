import { cleanup } from '@testing-library/react'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { setNetwork, showPage, useFakePage } from '../react/watchJob.tsx'
import { createWorld, hasActivity, jobs, type WatcherOptions, type World } from './createWorld.tsx'
import type { Reply } from './replies.ts'

/** `npm run test:ci -- model` sets a higher number. */
const RUNS = Number(process.env.MODEL_RUNS ?? 15)
/** Another seed generates other sequences of events. */
const SEED = Number(process.env.MODEL_SEED ?? 20_260_407)

interface Model {
  mounted: Set<number>
  hidden: Set<number>
}

const command = (
  name: string,
  run: (world: World, model: Model) => unknown,
  check: (model: Model) => boolean = () => true,
): fc.AsyncCommand<Model, World> => ({
  check,
  run: async (model, world) => void (await run(world, model)),
  toString: () => name,
})

const slot = fc.integer({ min: 0, max: 2 })

const options: fc.Arbitrary<WatcherOptions> = fc.record({
  jobId: fc.constantFrom(jobs[0], jobs[0], jobs[1]),
  interval: fc.constantFrom({ min: 5000, max: 10_000 }, { min: 2000, max: 3000 }, { min: 5000, max: 60_000 }),
  timeout: fc.constantFrom(240_000, 20_000, 60_000, Infinity),
  requestTimeout: fc.constantFrom(15_000, 1000),
  enabled: fc.constantFrom(true, true, true, false),
})

const step = fc.integer({ min: 0, max: 5 })
const kinds = <Kind extends Reply['kind']>(...kinds: Kind[]) => fc.record({ kind: fc.constantFrom(...kinds) })
const httpReply = fc.record(
  {
    kind: fc.constant('http' as const),
    status: fc.constantFrom(500, 502, 503, 429, 408, 425, 404, 401, 302),
    retryAfter: fc.constantFrom(1, 30, 7200),
  },
  { requiredKeys: ['kind', 'status'] },
)

const reply: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('processing' as const), step }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('older' as const), step }) },
  { weight: 4, arbitrary: kinds('initiated', 'garbage', 'refused', 'network') },
  { weight: 3, arbitrary: kinds('hang', 'cut') },
  { weight: 1, arbitrary: kinds('completed', 'failed') },
  { weight: 4, arbitrary: httpReply },
)

const isMounted = (slot: number) => (model: Model) => model.mounted.has(slot)
const isActive = (slot: number) => (model: Model) => model.mounted.has(slot) && !model.hidden.has(slot)

const tick = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 20_000, max: 300_000 }) },
  )
  .map((ms) => command(`tick(${ms})`, (world) => world.tick(ms)))

const mount = fc.tuple(slot, options).map(([slot, options]) => {
  const run = (world: World, model: Model) => {
    model.mounted.add(slot)
    return world.mount(slot, options)
  }
  return command(`mount(${slot}, ${fc.stringify(options)})`, run, (model) => !model.mounted.has(slot))
})

const unmount = slot.map((slot) => {
  const run = (world: World, model: Model) => {
    model.mounted.delete(slot)
    model.hidden.delete(slot)
    return world.unmount(slot)
  }
  return command(`unmount(${slot})`, run, isMounted(slot))
})

const change = fc.tuple(slot, options).map(([slot, options]) => {
  const name = `change(${slot}, ${fc.stringify(options)})`
  return command(name, (world) => world.change(slot, options), isActive(slot))
})

const setHidden = fc.tuple(slot, fc.boolean()).map(([slot, isHidden]) => {
  const run = (world: World, model: Model) => {
    model.hidden[isHidden ? 'add' : 'delete'](slot)
    return world.setHidden(slot, isHidden)
  }
  const check = (model: Model) =>
    hasActivity && model.mounted.has(slot) && model.hidden.has(slot) !== isHidden
  return command(`setHidden(${slot}, ${isHidden})`, run, check)
})

const serve = reply.map((reply) => command(`serve(${fc.stringify(reply)})`, (world) => world.serve(reply)))

/** Commands with one simple argument. */
const call = <Arg,>(name: string, arg: fc.Arbitrary<Arg>, run: (world: World, arg: Arg) => unknown) =>
  arg.map((value) => command(`${name}(${String(value)})`, (world) => run(world, value)))

const mostFrequent = [tick, tick, tick, mount, mount, serve, serve, unmount, change]

const commands = fc.commands(
  [
    ...mostFrequent,
    slot.map((slot) => command(`retry(${slot})`, (world) => world.retry(slot), isActive(slot))),
    setHidden,
    call('hydrate', fc.constantFrom(...jobs), (world, job) => world.hydrate(job)),
    call('invalidate', fc.constantFrom(...jobs), (world, job) => world.invalidate(job)),
    call('cancel', fc.constantFrom(...jobs), (world, job) => world.cancel(job)),
    call('setLatency', fc.constantFrom(0, 300, 300, 2000, 14_000), (world, ms) => world.setLatency(ms)),
    call('show', fc.boolean(), (world, isShown) => world.show(isShown)),
    call('connect', fc.boolean(), (world, isUp) => world.connect(isUp)),
    call('report', fc.boolean(), (world, isUp) => world.report(isUp)),
    call('jump', fc.constantFrom(3_600_000, 30_000, -30_000, -3_600_000), (world, ms) => world.jump(ms)),
  ],
  { maxCommands: 60, size: '+1' },
)

/** Defaults of a host's own QueryClient. */
const defaults = fc.record({
  queries: fc.record(
    {
      retry: fc.constantFrom(false, 3, true),
      staleTime: fc.constantFrom(0, Infinity),
      gcTime: fc.constantFrom(0, 3_600_000, Infinity),
      refetchInterval: fc.constantFrom(false as const, 100),
      refetchOnWindowFocus: fc.constantFrom(false, 'always' as const),
      networkMode: fc.constantFrom('online' as const, 'offlineFirst' as const),
      enabled: fc.constant(false),
      throwOnError: fc.constant(true),
    },
    { requiredKeys: [] },
  ),
})

useFakePage()

describe('useItrJobStatus: model', () => {
  it(`keeps the invariants of the design in ${RUNS} random sequences of events`, async () => {
    expect.hasAssertions()
    const property = fc.asyncProperty(defaults, commands, async (defaults, commands) => {
      const world = createWorld(defaults as never)
      await fc.asyncModelRun(
        () => ({ model: { mounted: new Set<number>(), hidden: new Set<number>() }, real: world }),
        commands,
      )
      await world.end()
    })
    const startAnew = async () => {
      cleanup()
      vi.useRealTimers()
      vi.useFakeTimers({ now: new Date('2026-04-07T11:24:00Z') })
      await showPage(true)
      await setNetwork(true)
    }
    await fc.assert(property.beforeEach(startAnew), { numRuns: RUNS, seed: SEED })
  }, 3_600_000)
})
