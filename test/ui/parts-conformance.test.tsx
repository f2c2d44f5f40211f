import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef, type ComponentType, type ReactNode, type Ref } from 'react'
import { describe, expect, it } from 'vitest'
import {
  ItrProgress,
  ItrProgressActions,
  ItrProgressAlternative,
  ItrProgressAnnouncer,
  ItrProgressBar,
  ItrProgressField,
  ItrProgressHeading,
  ItrProgressMessage,
  ItrProgressPortal,
  ItrProgressReport,
  ItrProgressRestart,
  ItrProgressRetry,
  ItrProgressSteps,
  ItrProgressTiming,
  useItrProgress,
} from '../../src/index.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import type { ItrLookProps, ItrProgressState } from '../../src/ui/parts/usePart.tsx'
import { part, queryPart, renderBroken, show } from './show.tsx'

interface AnyPartProps extends ItrLookProps {
  ref?: Ref<HTMLElement>
  title?: string
  id?: string
  'data-own'?: string
  children?: ReactNode
}

const parts = Object.entries({
  Heading: ItrProgressHeading,
  Bar: ItrProgressBar,
  Timing: ItrProgressTiming,
  Steps: ItrProgressSteps,
  Message: ItrProgressMessage,
  Actions: ItrProgressActions,
  Announcer: ItrProgressAnnouncer,
  Field: ItrProgressField,
  Retry: ItrProgressRetry,
  Restart: ItrProgressRestart,
  Alternative: ItrProgressAlternative,
  Report: ItrProgressReport,
}) as unknown as [string, ComponentType<AnyPartProps>][]

describe.each(parts)('ItrProgress%s', (displayName, Part) => {
  const name = displayName.toLowerCase()
  const phase = name === 'report' ? 'completed' : 'error'
  const withPart = (child: ReactNode) => (
    <ItrProgress
      result={itrResult(phase, { connection: 'ok' })}
      onRestart={() => {}}
      onAlternative={() => {}}
      reportHref="/report"
      name={name === 'field' ? 'itr' : undefined}
    >
      {child}
      {name !== 'announcer' && <ItrProgressAnnouncer />}
    </ItrProgress>
  )

  it('takes attributes, a class and a style, and keeps its own attributes', () => {
    const { rerender } = render(
      withPart(<Part title="t" data-own="o" id="i" className="c" style={{ order: 2 }} />),
    )
    const element = part(name)
    for (const [attribute, value] of Object.entries({
      title: 't',
      id: 'i',
      'data-own': 'o',
      'data-phase': phase,
    }))
      expect(element).toHaveAttribute(attribute, value)
    expect(element).toHaveClass('c', { exact: true })
    expect(element).toHaveStyle({ order: '2' })
    expect(document.querySelectorAll(`[data-itr-part="${name}"]`)).toHaveLength(1)

    const className = (state: ItrProgressState) => Object.entries(state).flat().join(' ')
    const style = ({ isDelayed }: ItrProgressState) => ({ order: isDelayed ? 1 : 3 })
    rerender(withPart(<Part className={className} style={style} />))
    expect(element).toHaveClass('phase', phase, 'connection', 'ok', 'isDelayed', 'false', { exact: true })
    expect(element).toHaveStyle({ order: '3' })
  })

  it('assigns its element to a ref object or a ref function once', () => {
    const object = createRef<HTMLElement>()
    const calls: (string | null)[] = []
    const callback = (element: HTMLElement | null) => void calls.push(element && element.tagName)
    const { rerender, unmount } = render(withPart(<Part ref={object} />))
    expect(object.current).toBe(part(name))
    rerender(withPart(<Part ref={callback} />))
    expect(object.current).toBeNull()
    rerender(withPart(<Part ref={callback} title="changed" />))
    const { tagName } = part(name)
    unmount()
    expect(calls).toEqual([tagName, null])
  })

  it('renders as another element, with merged attributes and both refs', () => {
    const refs = [createRef<HTMLElement>(), createRef<HTMLElement>()]
    const element = <section ref={refs[1]} className="b" data-own="own" />
    render(withPart(<Part ref={refs[0]} className="a" render={element} />))
    expect(part(name).tagName).toBe('SECTION')
    expect(part(name)).toHaveClass('a', 'b')
    expect(part(name)).toHaveAttribute('data-own', 'own')
    expect(refs.map(({ current }) => current)).toEqual([part(name), part(name)])
  })

  it('renders the result of a function of its attributes and the state', () => {
    const ref = createRef<HTMLElement>()
    const replace: AnyPartProps['render'] = ({ children, ...props }, state) => (
      <aside {...props}>
        {state.phase}: {children as ReactNode}
      </aside>
    )
    render(withPart(<Part ref={ref} title="t" render={replace} />))
    expect(part(name).tagName).toBe('ASIDE')
    expect(part(name)).toHaveAttribute('title', 't')
    expect(part(name)).toHaveTextContent(phase)
    expect(ref.current).toBe(part(name))
  })

  it('throws outside a root', () => {
    expect(() => renderBroken(<Part />)).toThrow(
      `itr-progress: <ItrProgress${displayName}> has no root. It belongs inside <ItrProgress>.`,
    )
  })
})

describe('ItrProgress: composition of parts', () => {
  it('renders the same as the default layout', () => {
    const result = itrResult('failed')
    const props = { result, onRestart: () => {}, onAlternative: () => {}, name: 'itr', required: true }
    const { container: usual } = render(<ItrProgress {...props} />)
    const { container: composed } = render(
      <ItrProgress {...props}>
        <ItrProgressHeading />
        <ItrProgressBar />
        <ItrProgressTiming />
        <ItrProgressMessage />
        <ItrProgressActions>
          <ItrProgressRestart />
          <ItrProgressAlternative />
          <ItrProgressPortal />
        </ItrProgressActions>
        <ItrProgressSteps />
        <ItrProgressField />
        <ItrProgressAnnouncer />
      </ItrProgress>,
    )
    const withoutIds = (element: HTMLElement) => element.innerHTML.replace(/(id|labelledby)="[^"]*"/g, '')
    expect(withoutIds(composed)).toBe(withoutIds(usual))
  })

  it('renders an action only while it is available', () => {
    const { thenShow } = show(itrResult('processing'), {
      onRestart: () => {},
      children: (
        <ItrProgressActions>
          <ItrProgressRetry />
          <ItrProgressRestart />
          <ItrProgressAlternative />
          <ItrProgressPortal />
          <ItrProgressReport />
          <ItrProgressAnnouncer />
        </ItrProgressActions>
      ),
    })
    expect(screen.queryByRole('button')).toBeNull()
    expect(queryPart('report')).toBeNull()
    thenShow(itrResult('failed'))
    expect(screen.getByRole('link')).toHaveTextContent('Open the e-filing portal in a new tab')
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Start again'])
  })

  it('gives its children the result, the steps and the translator', () => {
    function Child() {
      const { result, steps, t } = useItrProgress()
      return <p role="note">{[result.phase, ...steps.map(({ label }) => label), t('action.retry')].join()}</p>
    }
    show(itrResult('processing', { stepsCompleted: ['a'], stepsFailed: [], currentStep: 'b' }), {
      children: [<Child key="child" />, <ItrProgressAnnouncer key="announcer" />],
    })
    expect(screen.getByRole('note')).toHaveTextContent('processing,A,B,Check again')
    expect(() => renderBroken(<Child />)).toThrow('itr-progress: useItrProgress() has no root.')
  })

  it('is named by the `aria-label` of the host', () => {
    show(itrResult('completed'), { 'aria-label': 'Returns of the co-applicant' })
    expect(part('root')).toHaveAccessibleName('Returns of the co-applicant')
  })

  it('is named by the heading with any id, and unnamed without a heading', () => {
    const { thenShow } = show(itrResult('completed'), {
      children: [<ItrProgressHeading key="heading" id="mine" />, <ItrProgressAnnouncer key="announcer" />],
    })
    expect(part('root')).toHaveAccessibleName('We have your income tax returns')
    thenShow(itrResult('completed'), { children: <ItrProgressAnnouncer /> })
    expect(part('root')).not.toHaveAttribute('aria-labelledby')
  })
})

describe('parts: handlers', () => {
  it('calls its handler after those of the host, unless they prevent it', async () => {
    const user = userEvent.setup()
    const calls: string[] = []
    const result = itrResult('timed-out')
    const withButton = (isPrevented: boolean) => (
      <ItrProgress result={result} onRetry={() => calls.push('ours')}>
        <ItrProgressRetry
          onClick={() => calls.push('props')}
          render={
            <button
              type="button"
              onClick={(event) => {
                calls.push('element')
                if (isPrevented) event.preventDefault()
              }}
            >
              Poll
            </button>
          }
        />
        <ItrProgressAnnouncer />
      </ItrProgress>
    )
    const { rerender } = render(withButton(false))
    await user.click(screen.getByRole('button', { name: 'Poll' }))
    expect(calls).toEqual(['element', 'props', 'ours'])
    rerender(withButton(true))
    calls.length = 0
    await user.click(screen.getByRole('button'))
    expect(calls).toEqual(['element'])
  })
})
