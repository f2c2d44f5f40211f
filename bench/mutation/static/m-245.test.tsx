import { appendFileSync } from 'node:fs'
import { afterAll, describe, vi } from 'vitest'
const stryker = (globalThis.__stryker__ ??= {})
stryker.activeMutant = "245"
stryker.hitCount = 0
stryker.hitLimit = 100000
vi.resetModules()
await import('../../../test/setup.ts')
await import('../../../test/setup-dom.ts')
describe("test/view/useItrView.test.tsx", async () => { await import('../../../test/view/useItrView.test.tsx') })
afterAll(() => { appendFileSync("/tmp/h/ms/view/log", 'static-end - 245\n') })
