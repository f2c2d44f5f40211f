import { appendFileSync } from 'node:fs'
import { afterAll, describe, vi } from 'vitest'
const stryker = (globalThis.__stryker__ ??= {})
stryker.activeMutant = undefined
stryker.hitCount = 0
stryker.hitLimit = 100000
vi.resetModules()
await import('../../../test/setup.ts')
describe("test/view/createItrView.test.ts", async () => { await import('../../../test/view/createItrView.test.ts') })
describe("test/view/createTranslator.test.ts", async () => { await import('../../../test/view/createTranslator.test.ts') })
describe("test/view/getAnnouncement.test.ts", async () => { await import('../../../test/view/getAnnouncement.test.ts') })
describe("test/view/getTiming.test.ts", async () => { await import('../../../test/view/getTiming.test.ts') })
describe("test/view/headless.test.ts", async () => { await import('../../../test/view/headless.test.ts') })
describe("test/view/phaseViews.test.ts", async () => { await import('../../../test/view/phaseViews.test.ts') })
afterAll(() => { appendFileSync("/tmp/h/ms/view/log", 'static-end - -\n') })
