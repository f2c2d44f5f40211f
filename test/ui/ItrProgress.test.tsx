import { act, render, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { ItrProvider } from '../../src/react/ItrProvider.tsx'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressHandle } from '../../src/ui/root/ItrProgressProps.ts'
import { part, show } from './show.tsx'

describe('ItrProgress', () => {
  const headings: Record<ItrPhase, string> = {
    idle: 'Income tax returns',
    connecting: 'Fetching your income tax returns',
    initiated: 'Fetching your income tax returns',
    processing: 'Fetching your income tax returns',
    completed: 'We have your income tax returns',
    failed: 'We could not get your income tax returns',
    'timed-out': 'We have not heard back yet',
    error: 'We could not check the status',
  }
  it.each(Object.entries(headings) as [ItrPhase, string][])(
    'is a group named by its heading in %s, with the phase on each part',
    (phase, name) => {
      const { container } = show(itrResult(phase), { onRestart: () => {}, onAlternative: () => {} })
      const group = screen.getByRole('group', { name })
      expect(within(group).getByRole('heading', { name })).toHaveAttribute('tabindex', '-1')
      const parts = [...container.querySelectorAll<HTMLElement>('[data-itr-part]')]
      expect(parts.map(({ dataset }) => dataset.itrPart)).toEqual(
        expect.arrayContaining(['root', 'heading', 'bar', 'message', 'actions', 'steps', 'announcer']),
      )
      expect(new Set(parts.map(({ dataset }) => dataset.phase))).toEqual(new Set([phase]))
    },
  )

  it('passes attributes on to the root element, but no options and no style', () => {
    const options = { jobId: 'j', proxyUrl: '/p', credentials: 'omit', timeout: 1, onError: () => {} }
    show(itrResult('processing'), { id: 'itr', title: 't', reportHref: '/r', ...(options as object) })
    expect(new Set(part('root').getAttributeNames())).toEqual(
      new Set([
        'aria-labelledby',
        'data-itr-part',
        'data-phase',
        'data-polling',
        'id',
        'lang',
        'role',
        'title',
      ]),
    )
    // A strict CSP forbids style attributes.
    expect(document.querySelector('[style]')).toBeNull()
  })

  it('takes a class, a style and an element, and sets tokens, which the style overrides', () => {
    show(itrResult('processing', { connection: 'offline', isDelayed: true }), {
      appearance: { variables: { accent: '#0a5', radius: '4px' } },
      className: ({ phase, connection, isDelayed }) => `${phase} ${connection} ${isDelayed}`,
      style: ({ phase }) => ({ '--itr-radius': '0px', order: phase === 'processing' ? 4 : 1 }),
      render: <section />,
    })
    const { style, tagName } = part('root')
    expect(part('root')).toHaveClass('processing', 'offline', 'true')
    expect(tagName).toBe('SECTION')
    expect(style.order).toBe('4')
    expect(style.getPropertyValue('--itr-accent')).toBe('#0a5')
    expect(style.getPropertyValue('--itr-radius')).toBe('0px')
  })

  it('gives a zero token the unit that CSS needs', () => {
    const variables = { gap: '0', padding: '0', radius: '4px' }
    show(itrResult('processing'), { appearance: { variables } })
    const values = Object.keys(variables).map((token) =>
      part('root').style.getPropertyValue(`--itr-${token}`),
    )
    expect(values).toEqual(['0px', '0px', '4px'])
  })

  it.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['auto', null],
  ] as const)('has the theme %s as data-itr-theme="%s"', (theme, attribute) => {
    show(itrResult('processing'), { appearance: { theme } })
    expect(part('root').getAttribute('data-itr-theme')).toBe(attribute)
  })

  it('keeps nothing of another job', () => {
    const { thenShow } = show(
      itrResult('failed', { jobId: 'one', stepsFailed: ['old_step'], reference: 'AAAA-AAAA' }),
    )
    thenShow(itrResult('connecting', { jobId: 'two' }))
    expect(screen.queryByRole('listitem')).toBeNull()
    expect(part('root')).not.toHaveTextContent(/old|AAAA|could not/i)
  })

  it('names two components on a page by their own headings', () => {
    show(itrResult('processing'))
    show(itrResult('completed'))
    expect(screen.getByRole('group', { name: headings.processing })).toBeInTheDocument()
    expect(screen.getByRole('group', { name: headings.completed })).toBeInTheDocument()
  })
})

describe('ItrProgress without a result', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('polls and calls the host', async () => {
    const fetch = vi.fn(async () => Response.json({ job_id: 'j', status: 'completed' }))
    const onCompleted = vi.fn()
    const ref = createRef<ItrProgressHandle>()
    render(
      <ItrProgress ref={ref} jobId="j" proxyUrl="/poll" fetch={fetch} onCompleted={onCompleted} title="t" />,
    )
    expect(part('root')).toHaveAttribute('data-phase', 'connecting')
    await act(() => vi.advanceTimersByTimeAsync(10))
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(onCompleted).toHaveBeenCalledTimes(1)
    expect(part('root')).toHaveAttribute('data-phase', 'completed')
    expect(part('root')).toHaveAttribute('title', 't')
    expect(ref.current?.element).toBe(part('root'))
  })

  it('sends no request without a job or with a result', async () => {
    const fetch = vi.fn()
    const options = { jobId: 'j', proxyUrl: '/result', fetch } as object
    render(
      <ItrProvider proxyUrl="/idle" fetch={fetch}>
        <ItrProgress jobId={null} />
        <ItrProgress {...options} result={itrResult('processing')} />
      </ItrProvider>,
    )
    await act(() => vi.advanceTimersByTimeAsync(60_000))
    expect(part('root')).toHaveAttribute('data-phase', 'idle')
    expect(fetch).not.toHaveBeenCalled()
  })
})
