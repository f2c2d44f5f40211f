import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { logInDevelopment as log } from '../../src/internal/logInDevelopment.ts'

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue())
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe('logInDevelopment', () => {
  it('logs each message once, with its details', () => {
    const details = { a: 1 }
    log('warn', () => 'first', details)
    for (const message of ['first', 'second', undefined]) log('warn', () => message)
    expect(vi.mocked(console.warn).mock.calls).toEqual([
      ['itr-progress: first', details],
      ['itr-progress: second'],
    ])
  })

  it('logs at most 100 messages', () => {
    for (let i = 0; i < 200; i++) log('warn', () => `message ${i}`)
    expect(console.warn).toHaveBeenCalledTimes(100)
  })

  it.each([
    ['in production', () => void vi.stubEnv('NODE_ENV', 'production')],
    ['without a global `process`', () => void vi.stubGlobal('process', undefined)],
  ])('logs nothing %s', (_, prepare) => {
    prepare()
    log('warn', () => 'message')
    vi.unstubAllGlobals()
    expect(console.warn).not.toHaveBeenCalled()
  })
})
