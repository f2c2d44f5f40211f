import { act, render } from '@testing-library/react'
import { lazy, StrictMode, Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgressAnnouncer } from '../../src/ui/parts/ItrProgressAnnouncer.tsx'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressBaseProps } from '../../src/ui/root/ItrProgressProps.ts'
import { show } from './show.tsx'

const warn = vi.spyOn(console, 'warn')
beforeEach(() => {
  warn.mockReset()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

/** A part that is still missing after this time is not about to be loaded. */
const passLoading = () => act(() => vi.advanceTimersByTimeAsync(5_000))

const children = <ItrProgressAnnouncer />

describe('ItrProgress: warnings', () => {
  it.each<[string, ItrProgressBaseProps, string]>([
    ['no announcer', { children: null }, 'has no <ItrProgressAnnouncer>'],
    ['a name but no field', { children, name: 'itr' }, 'has the `name` "itr" but no <ItrProgressField>'],
    ['`required` but no field', { children, required: true }, 'is `required` but no <ItrProgressField>'],
    ['a locale without its messages', { locale: 'hi-IN' }, '`locale` is "hi"'],
  ])('warns once in development of %s', async (_, props, warning) => {
    warn.mockImplementation(() => {})
    const { rerender } = render(<ItrProgress {...props} result={itrResult('processing')} />, {
      wrapper: StrictMode,
    })
    await passLoading()
    rerender(<ItrProgress {...props} result={itrResult('completed')} />)
    await passLoading()
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`itr-progress: `)]])
    expect(warn.mock.calls[0]![0]).toContain(warning)
  })

  it.each<[string, ItrProgressBaseProps]>([
    ['the default layout', { name: 'itr', required: true }],
    ['a composition with an announcer', { children }],
  ])('does not warn of %s', async (_, props) => {
    show(itrResult('processing'), props)
    await passLoading()
    expect(warn).not.toHaveBeenCalled()
  })

  it('does not warn of an announcer that is loaded later', async () => {
    let load = () => {}
    const Announcer = lazy(
      () =>
        new Promise<{ default: typeof ItrProgressAnnouncer }>((resolve) => {
          load = () => resolve({ default: ItrProgressAnnouncer })
        }),
    )
    const lazyChildren = (
      <Suspense fallback={null}>
        <Announcer />
      </Suspense>
    )
    show(itrResult('processing'), { children: lazyChildren })
    await act(async () => load())
    await passLoading()
    expect(warn).not.toHaveBeenCalled()
  })

  it('does not warn after the unmount', () => {
    const { unmount } = show(itrResult('processing'), { children: null })
    expect(vi.getTimerCount()).toBe(1)
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not warn in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    show(itrResult('processing'), { locale: 'hi', children: null })
    await passLoading()
    expect(warn).not.toHaveBeenCalled()
  })
})
