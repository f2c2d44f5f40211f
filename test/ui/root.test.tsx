import { act, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrProvider } from '../../src/react/ItrProvider.tsx'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressHandle } from '../../src/ui/root/ItrProgressProps.ts'
import { part, renderBroken, show, stepsOnScreen } from './showing.tsx'

describe('the root', () => {
  it('passes other attributes on, and none of the hook’s options', () => {
    show(itrResult('processing'), {
      id: 'itr',
      title: 't',
      jobId: 'j',
      proxyUrl: '/p',
      credentials: 'omit',
      timeout: 1,
      enabled: true,
      onError: () => {},
    })
    expect(new Set(part('root').getAttributeNames())).toEqual(
      new Set(['aria-labelledby', 'data-itr-part', 'data-phase', 'id', 'lang', 'role', 'title']),
    )
  })

  it('takes a class and a style of the state', () => {
    show(itrResult('processing', { connection: 'offline', isDelayed: true }), {
      className: ({ phase, connection, isDelayed }) => `${phase} ${connection} ${isDelayed}`,
      style: ({ phase }) => (phase === 'processing' ? { order: 4 } : undefined),
    })
    expect(part('root')).toHaveClass('processing', 'offline', 'true')
    expect(part('root')).toHaveStyle({ order: '4' })
  })

  it('renders as another element', () => {
    show(itrResult('processing'), { render: <section /> })
    expect(part('root').tagName).toBe('SECTION')
    expect(screen.getByRole('group')).toBe(part('root'))
  })

  it('forces a theme by an attribute, and says nothing of the usual one', () => {
    const { thenShow } = show(itrResult('processing'), { appearance: { theme: 'dark' } })
    expect(part('root')).toHaveAttribute('data-itr-theme', 'dark')
    thenShow(itrResult('processing'), { appearance: { theme: 'light' } })
    expect(part('root')).toHaveAttribute('data-itr-theme', 'light')
    thenShow(itrResult('processing'), { appearance: { theme: 'auto' } })
    expect(part('root')).not.toHaveAttribute('data-itr-theme')
  })

  it('sets tokens by their names, under the style that is given', () => {
    show(itrResult('processing'), {
      appearance: { variables: { accent: '#0a5', radius: '4px' } },
      style: { '--itr-radius': '0px', order: 1 } as object,
    })
    const { style } = part('root')
    expect(style.getPropertyValue('--itr-accent')).toBe('#0a5')
    expect(style.getPropertyValue('--itr-radius')).toBe('0px')
    expect(style.order).toBe('1')
  })

  it('without tokens or style has no style attribute, as a strict policy wants it', () => {
    const { container } = show(itrResult('processing'))
    expect(container.querySelector('[style]')).toBeNull()
  })

  it('keeps nothing of another job', () => {
    const { thenShow } = show(
      itrResult('failed', { jobId: 'one', stepsFailed: ['old_step'], reference: 'AAAA-AAAA' }),
    )
    thenShow(itrResult('connecting', { jobId: 'two' }))
    expect(stepsOnScreen()).toEqual([])
    expect(part('root')).not.toHaveTextContent(/old|AAAA|could not/i)
  })

  it('two on a page name their own headings', () => {
    show(itrResult('processing'))
    show(itrResult('completed'))
    expect(screen.getByRole('group', { name: 'Verifying your income tax return' })).toBeInTheDocument()
    expect(screen.getByRole('group', { name: 'Your income tax return is verified' })).toBeInTheDocument()
  })
})

describe('without a result', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const answering = (answer: object) => vi.fn(async () => Response.json({ job_id: 'j', ...answer }))

  it('it watches the job itself, and tells the host', async () => {
    const fetch = answering({ status: 'completed' })
    const onCompleted = vi.fn()
    const ref = createRef<ItrProgressHandle>()
    render(
      <ItrProgress ref={ref} jobId="j" proxyUrl="/watch" fetch={fetch} onCompleted={onCompleted} title="t" />,
    )
    expect(part('root')).toHaveAttribute('data-phase', 'connecting')
    await act(() => vi.advanceTimersByTimeAsync(10))
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(onCompleted).toHaveBeenCalledTimes(1)
    expect(part('root')).toHaveAttribute('data-phase', 'completed')
    expect(part('root')).toHaveAttribute('title', 't')
    expect(ref.current?.element).toBe(part('root'))
  })

  it('it is idle without a job', async () => {
    const fetch = answering({})
    render(
      <ItrProvider proxyUrl="/idle" fetch={fetch}>
        <ItrProgress jobId={null} />
      </ItrProvider>,
    )
    await act(() => vi.advanceTimersByTimeAsync(60_000))
    expect(part('root')).toHaveAttribute('data-phase', 'idle')
    expect(fetch).not.toHaveBeenCalled()
  })

  it('with a result it asks nothing, whatever the options', async () => {
    const fetch = answering({})
    render(<ItrProgress result={itrResult('processing')} jobId="j" proxyUrl="/given" fetch={fetch} />)
    await act(() => vi.advanceTimersByTimeAsync(60_000))
    expect(fetch).not.toHaveBeenCalled()
  })

  it('a bad option is named', () => {
    expect(() => renderBroken(<ItrProgress jobId="j" proxyUrl="/bad" timeout={-1} />)).toThrow(
      /timeout is -1/,
    )
  })
})
