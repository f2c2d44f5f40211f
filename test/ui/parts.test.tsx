import { fireEvent, render, screen } from '@testing-library/react'
import { createRef, StrictMode, version, type ComponentType, type ReactNode, type Ref } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { itrResult } from '../../src/testing/itrResult.ts'
import type { ItrLookProps, ItrProgressState } from '../../src/ui/parts/definePart.tsx'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import { ItrProgressActions } from '../../src/ui/parts/ItrProgressActions.tsx'
import { ItrProgressAnnouncer } from '../../src/ui/parts/ItrProgressAnnouncer.tsx'
import { ItrProgressBar } from '../../src/ui/parts/ItrProgressBar.tsx'
import { ItrProgressField } from '../../src/ui/parts/ItrProgressField.tsx'
import { ItrProgressAlternative } from '../../src/ui/parts/actions.tsx'
import { ItrProgressHeading } from '../../src/ui/parts/ItrProgressHeading.tsx'
import { ItrProgressMessage } from '../../src/ui/parts/ItrProgressMessage.tsx'
import { ItrProgressReport } from '../../src/ui/parts/actions.tsx'
import { ItrProgressRestart } from '../../src/ui/parts/actions.tsx'
import { ItrProgressRetry } from '../../src/ui/parts/actions.tsx'
import { ItrProgressSteps } from '../../src/ui/parts/ItrProgressSteps.tsx'
import { useItrProgress } from '../../src/ui/root/useItrProgress.ts'
import { part, queryPart, renderBroken, show } from './showing.tsx'

interface AnyPartProps extends ItrLookProps {
  ref?: Ref<HTMLElement>
  title?: string
  id?: string
  'data-own'?: string
  children?: ReactNode
}

const parts = Object.entries({
  heading: ItrProgressHeading,
  bar: ItrProgressBar,
  steps: ItrProgressSteps,
  message: ItrProgressMessage,
  actions: ItrProgressActions,
  announcer: ItrProgressAnnouncer,
  field: ItrProgressField,
  retry: ItrProgressRetry,
  restart: ItrProgressRestart,
  alternative: ItrProgressAlternative,
  report: ItrProgressReport,
}) as unknown as [string, ComponentType<AnyPartProps>][]

/** A phase in which the part is there. */
const itrFor = (name: string) =>
  name === 'report' ? itrResult('completed') : itrResult('error', { connection: 'ok' })

const within = (name: string, children: ReactNode) => (
  <ItrProgress
    result={itrFor(name)}
    onRestart={() => {}}
    onAlternative={() => {}}
    reportHref="/report"
    name={name === 'field' ? 'itr' : undefined}
  >
    {children}
    {name !== 'announcer' && <ItrProgressAnnouncer />}
  </ItrProgress>
)

const warn = vi.spyOn(console, 'warn')
beforeEach(() => {
  warn.mockReset()
})

describe.each(parts)('the part %s', (name, Part) => {
  it('takes attributes, a class and a style, and keeps its own', () => {
    const { container } = render(
      within(name, <Part title="t" data-own="o" id="i" className="c" style={{ order: 2 }} />),
    )
    const element = part(name)
    expect(element).toHaveAttribute('title', 't')
    expect(element).toHaveAttribute('data-own', 'o')
    expect(element).toHaveAttribute('id', 'i')
    expect(element).toHaveClass('c', { exact: true })
    expect(element).toHaveStyle({ order: '2' })
    expect(element).toHaveAttribute('data-phase', itrFor(name).phase)
    expect(container.querySelectorAll(`[data-itr-part="${name}"]`)).toHaveLength(1)
  })

  it('takes a class and a style that depend on the state', () => {
    const states: ItrProgressState[] = []
    const className = (state: ItrProgressState) => {
      states.push(state)
      return `is-${state.phase}`
    }
    const style = ({ isDelayed }: ItrProgressState) => ({ order: isDelayed ? 1 : 3 })
    render(within(name, <Part className={className} style={style} />))
    expect(part(name)).toHaveClass(`is-${itrFor(name).phase}`)
    expect(part(name)).toHaveStyle({ order: '3' })
    expect(states[0]).toEqual({ phase: itrFor(name).phase, connection: 'ok', isDelayed: false })
  })

  it('gives its element to a ref, an object or a function, once', () => {
    const box = createRef<HTMLElement>()
    const seen: (string | null)[] = []
    const tell = (element: HTMLElement | null) => void seen.push(element && element.tagName)
    const { rerender, unmount } = render(within(name, <Part ref={box} />))
    expect(box.current).toBe(part(name))
    rerender(within(name, <Part ref={tell} />))
    expect(box.current).toBeNull()
    rerender(within(name, <Part ref={tell} title="changed" />))
    const { tagName } = part(name)
    unmount()
    expect(seen).toEqual([tagName, null])
  })

  it('renders as the element that stands in for it', () => {
    const box = createRef<HTMLElement>()
    const own = createRef<HTMLElement>()
    render(
      within(
        name,
        <Part ref={box} className="a" render={<section ref={own} className="b" data-own="own" />} />,
      ),
    )
    const element = part(name)
    expect(element.tagName).toBe('SECTION')
    expect(element).toHaveClass('a', 'b')
    expect(element).toHaveAttribute('data-own', 'own')
    expect(box.current).toBe(element)
    expect(own.current).toBe(element)
  })

  it('renders what a function makes of its attributes and the state', () => {
    const box = createRef<HTMLElement>()
    render(
      within(
        name,
        <Part
          ref={box}
          title="t"
          render={({ children, ...props }, { phase }) => (
            <aside {...props}>
              {phase}: {children as ReactNode}
            </aside>
          )}
        />,
      ),
    )
    expect(part(name).tagName).toBe('ASIDE')
    expect(part(name)).toHaveAttribute('title', 't')
    expect(part(name)).toHaveTextContent(itrFor(name).phase)
    expect(box.current).toBe(part(name))
  })

  it('says where it belongs when it stands outside', () => {
    expect(() => renderBroken(<Part />)).toThrow(
      `itr-progress: <ItrProgress${name[0]!.toUpperCase()}${name.slice(1)}> has no root. It belongs inside <ItrProgress>.`,
    )
  })
})

it('the hook says where it belongs when it stands outside', () => {
  function Lost() {
    useItrProgress()
    return null
  }
  expect(() => renderBroken(<Lost />)).toThrow(
    'itr-progress: useItrProgress() has no root. It belongs inside <ItrProgress>.',
  )
})

it('the usual layout is nothing but the parts', () => {
  const result = itrResult('failed')
  const offers = { result, onRestart: () => {}, onAlternative: () => {}, name: 'itr', required: true }
  const { container: usual } = render(<ItrProgress {...offers} />)
  const { container: own } = render(
    <ItrProgress {...offers}>
      <ItrProgressHeading />
      <ItrProgressBar />
      <ItrProgressMessage />
      <ItrProgressActions>
        <ItrProgressRestart />
        <ItrProgressAlternative />
      </ItrProgressActions>
      <ItrProgressSteps />
      <ItrProgressField />
      <ItrProgressAnnouncer />
    </ItrProgress>,
  )
  // Each widget numbers its heading on its own.
  const numbered = (element: HTMLElement) => element.innerHTML.replace(/(id|labelledby)="[^"]*"/g, '')
  expect(numbered(own)).toBe(numbered(usual))
})

it('a button that is not offered is not there, whatever the composition', () => {
  const { thenShow } = show(itrResult('processing'), {
    onRestart: () => {},
    children: (
      <ItrProgressActions>
        <ItrProgressRetry />
        <ItrProgressRestart />
        <ItrProgressAlternative />
        <ItrProgressReport />
        <ItrProgressAnnouncer />
      </ItrProgressActions>
    ),
  })
  expect(screen.queryByRole('button')).toBeNull()
  expect(queryPart('report')).toBeNull()
  thenShow(itrResult('failed'))
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Start again'])
})

it('a host’s own button does what ours would, after what it does itself, unless it prevents that', () => {
  const calls: string[] = []
  const onRetry = () => calls.push('ours')
  const result = itrResult('timed-out')
  const compose = (prevent: boolean) => (
    <ItrProgress result={result} onRetry={onRetry}>
      <ItrProgressRetry
        onClick={() => calls.push('given')}
        render={
          <button
            type="button"
            onClick={(event) => {
              calls.push('host')
              if (prevent) event.preventDefault()
            }}
          >
            Ask again
          </button>
        }
      />
      <ItrProgressAnnouncer />
    </ItrProgress>
  )
  const { rerender } = render(compose(false))
  fireEvent.click(screen.getByRole('button', { name: 'Ask again' }))
  expect(calls).toEqual(['host', 'given', 'ours'])
  rerender(compose(true))
  calls.length = 0
  fireEvent.click(screen.getByRole('button'))
  expect(calls).toEqual(['host'])
})

it('the cleanup that a ref function gives is what ends it, where React knows of such', () => {
  const calls: string[] = []
  const ref = (element: HTMLElement | null) => {
    calls.push(element ? 'attached' : 'told of null')
    return () => void calls.push('cleaned up')
  }
  const Heading = ItrProgressHeading as unknown as ComponentType<{ ref: typeof ref }>
  const { unmount } = show(itrResult('processing'), {
    children: (
      <>
        <Heading ref={ref} />
        <ItrProgressAnnouncer />
      </>
    ),
  })
  unmount()
  expect(calls).toEqual(['attached', 'cleaned up'])
  expect(version).toMatch(/^1[89]\./)
})

it('a composition without the live region is told so once', () => {
  warn.mockImplementation(() => {})
  const { rerender } = render(
    <ItrProgress result={itrResult('processing')}>
      <ItrProgressHeading />
    </ItrProgress>,
    { wrapper: StrictMode },
  )
  rerender(
    <ItrProgress result={itrResult('completed')}>
      <ItrProgressHeading />
    </ItrProgress>,
  )
  expect(warn.mock.calls).toEqual([[expect.stringContaining('<ItrProgressAnnouncer>')]])
})

it('a composition with the live region is not', () => {
  show(itrResult('processing'), { children: <ItrProgressAnnouncer /> })
  show(itrResult('processing'))
  expect(warn).not.toHaveBeenCalled()
})

it('the group is named by the heading under whatever id, and by none where there is none', () => {
  const { thenShow } = show(itrResult('completed'), {
    children: (
      <>
        <ItrProgressHeading id="mine" />
        <ItrProgressAnnouncer />
      </>
    ),
  })
  expect(part('root')).toHaveAccessibleName('Your income tax return is verified')
  thenShow(itrResult('completed'), { children: <ItrProgressAnnouncer /> })
  expect(part('root')).not.toHaveAttribute('aria-labelledby')
})
