import { cleanup } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setNetwork, showPage } from '../react/watchJob.tsx'
import { createWorld, jobs, type WatcherOptions, type World } from './createWorld.tsx'
import type { Reply } from './replies.ts'

/** More of them by `npm run test:ci -- model`. */
const RUNS = Number(process.env.MODEL_RUNS ?? 100)
/** The same lives at each run; others by another number. */
const SEED = Number(process.env.MODEL_SEED ?? 20_260_407)

interface Model {
  mounted: Set<number>
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

const reply: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('processing' as const), step }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('older' as const), step }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('initiated' as const, 'garbage' as const, 'refused' as const, 'network' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('hang' as const, 'cut' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('completed' as const, 'failed' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        kind: fc.constant('http' as const),
        status: fc.constantFrom(500, 502, 503, 429, 408, 425, 404, 401, 302),
        retryAfter: fc.constantFrom(1, 30, 7200),
      },
      { requiredKeys: ['kind', 'status'] },
    ),
  },
)

const isMounted = (slot: number) => (model: Model) => model.mounted.has(slot)

const commands = fc.commands(
  [
    ...Array.from({ length: 3 }, () =>
      fc
        .oneof(
          { weight: 4, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
          { weight: 1, arbitrary: fc.integer({ min: 20_000, max: 300_000 }) },
        )
        .map((ms) => command(`tick(${ms})`, (world) => world.tick(ms))),
    ),
    ...Array.from({ length: 2 }, () =>
      fc.tuple(slot, options).map(([slot, options]) =>
        command(
          `mount(${slot}, ${fc.stringify(options)})`,
          (world, model) => {
            model.mounted.add(slot)
            return world.mount(slot, options)
          },
          (model) => !model.mounted.has(slot),
        ),
      ),
    ),
    slot.map((slot) =>
      command(
        `unmount(${slot})`,
        (world, model) => {
          model.mounted.delete(slot)
          return world.unmount(slot)
        },
        isMounted(slot),
      ),
    ),
    fc
      .tuple(slot, options)
      .map(([slot, options]) =>
        command(
          `change(${slot}, ${fc.stringify(options)})`,
          (world) => world.change(slot, options),
          isMounted(slot),
        ),
      ),
    slot.map((slot) => command(`retry(${slot})`, (world) => world.retry(slot), isMounted(slot))),
    fc.constantFrom(...jobs).map((job) => command(`invalidate(${job})`, (world) => world.invalidate(job))),
    ...Array.from({ length: 2 }, () =>
      reply.map((reply) => command(`serve(${fc.stringify(reply)})`, (world) => world.serve(reply))),
    ),
    fc
      .constantFrom(0, 300, 300, 2000, 14_000)
      .map((ms) => command(`setLatency(${ms})`, (world) => world.setLatency(ms))),
    fc.boolean().map((shown) => command(`show(${shown})`, (world) => world.show(shown))),
    fc.boolean().map((there) => command(`connect(${there})`, (world) => world.connect(there))),
    fc.boolean().map((there) => command(`report(${there})`, (world) => world.report(there))),
    fc
      .constantFrom(3_600_000, 30_000, -30_000, -3_600_000)
      .map((ms) => command(`jump(${ms})`, (world) => world.jump(ms))),
  ],
  { maxCommands: 60, size: '+1' },
)

/** Of a host's own QueryClient. */
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

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-04-07T11:24:00Z') })
})
afterEach(async () => {
  await showPage(true)
  await setNetwork(true)
  vi.useRealTimers()
})

it(`whatever happens, in whatever order, the ten invariants hold: ${RUNS} lives of a page`, async () => {
  expect.hasAssertions()
  await fc.assert(
    fc
      .asyncProperty(defaults, commands, async (defaults, commands) => {
        const world = createWorld(defaults as never)
        await fc.asyncModelRun(() => ({ model: { mounted: new Set<number>() }, real: world }), commands)
        await world.end()
      })
      .beforeEach(async () => {
        cleanup()
        vi.useRealTimers()
        vi.useFakeTimers({ now: new Date('2026-04-07T11:24:00Z') })
        await showPage(true)
        await setNetwork(true)
      }),
    { numRuns: RUNS, seed: SEED },
  )
}, 3_600_000)
