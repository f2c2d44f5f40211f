import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue())
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

/** Returns the function with an empty log. */
async function load() {
  vi.resetModules()
  return (await import('../../src/internal/logInDevelopment.ts')).logInDevelopment
}

describe('logInDevelopment', () => {
  it('logs each message once, with its details', async () => {
    const log = await load()
    const details = { a: 1 }
    log('warn', () => 'first', details)
    for (const message of ['first', 'second', undefined]) log('warn', () => message)
    expect(vi.mocked(console.warn).mock.calls).toEqual([
      ['itr-progress: first', details],
      ['itr-progress: second'],
    ])
  })

  it('logs at most 100 messages', async () => {
    const log = await load()
    for (let i = 0; i < 200; i++) log('warn', () => `message ${i}`)
    expect(console.warn).toHaveBeenCalledTimes(100)
  })

  it.each([
    ['in production', () => void vi.stubEnv('NODE_ENV', 'production')],
    ['without a global `process`', () => void vi.stubGlobal('process', undefined)],
  ])('logs nothing %s', async (_, prepare) => {
    const log = await load()
    prepare()
    log('warn', () => 'message')
    vi.unstubAllGlobals()
    expect(console.warn).not.toHaveBeenCalled()
  })
})
