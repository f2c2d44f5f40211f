import { ItrProgress, type ItrPhase } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { useEffect, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'
import { phases } from './phases.ts'

const LONG_TEXT = 'The text beside the widget takes as much of the line as it gets. '.repeat(10)

function Dialog({ isModal, children }: { isModal: boolean; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isModal) dialog.current?.showModal()
    else dialog.current?.show()
  }, [isModal])
  return <dialog ref={dialog}>{children}</dialog>
}

const inDiv = (outer: CSSProperties, inner: CSSProperties = {}) =>
  function InDiv(widget: ReactElement) {
    return (
      <div style={outer}>
        <div style={inner}>{widget}</div>
      </div>
    )
  }

/** Places whose width depends on their content, with the greatest width that they leave to the widget. */
const contexts: Record<string, (widget: ReactElement) => ReactElement> = {
  'an open dialog': (widget) => <Dialog isModal={false}>{widget}</Dialog>,
  'a modal dialog': (widget) => <Dialog isModal>{widget}</Dialog>,
  'a flex row': inDiv({ display: 'flex' }),
  'a flex row beside a long text': (widget) => (
    <div style={{ display: 'flex' }}>
      <div>{widget}</div>
      <p>{LONG_TEXT}</p>
    </div>
  ),
  'a flex row beside a long text, without an element around it': (widget) => (
    <div style={{ display: 'flex' }}>
      {widget}
      <p>{LONG_TEXT}</p>
    </div>
  ),
  'a centred flex column': inDiv({ display: 'flex', flexDirection: 'column', alignItems: 'center' }),
  'an inline-block': inDiv({}, { display: 'inline-block' }),
  'a float': inDiv({}, { float: 'left' }),
  'a table cell': (widget) => (
    <table>
      <tbody>
        <tr>
          <td>{widget}</td>
        </tr>
      </tbody>
    </table>
  ),
  'an absolute position': inDiv({ position: 'relative' }, { position: 'absolute' }),
  'fit-content': inDiv({}, { width: 'fit-content' }),
  'a grid auto track': inDiv({ display: 'grid', gridTemplateColumns: 'auto', justifyContent: 'start' }),
  'a grid auto track beside 1fr': (widget) => (
    <div style={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)' }}>
      <div>{widget}</div>
      <p>{LONG_TEXT}</p>
    </div>
  ),
  "Storybook's centred layout": inDiv(
    { display: 'flex', justifyContent: 'center', alignItems: 'center', minHeight: '100vh' },
    { boxSizing: 'border-box', margin: 'auto', padding: '1rem', maxHeight: '100%' },
  ),
  'the body of create-next-app': inDiv(
    { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
    { margin: 'auto' },
  ),
}

async function measure(context: (widget: ReactElement) => ReactElement, phase: ItrPhase) {
  const { container, unmount } = await render(
    context(
      <ItrProgress result={itrResult(phase)} onRestart={() => {}} onAlternative={() => {}} showDetails />,
    ),
  )
  const root = container.querySelector<HTMLElement>('[data-itr-part="root"]')!
  const { left, right, width } = root.getBoundingClientRect()
  const isOverflowing = root.scrollWidth > root.clientWidth
  await unmount()
  return { left, right, width, isOverflowing }
}

describe.each([900, 360])('a page of %i px', (pageWidth) => {
  it.each(Object.entries(contexts))(
    'has the widget in %s at one width of 240 px or more',
    async (_, context) => {
      await page.viewport(pageWidth, 900)
      const boxes = []
      for (const phase of phases) boxes.push({ phase, ...(await measure(context, phase)) })
      expect(new Set(boxes.map(({ width }) => width)).size).toBe(1)
      expect(boxes[0]!.width).toBeGreaterThanOrEqual(240)
      expect(boxes.filter(({ left, right }) => left < 0 || right > pageWidth)).toEqual([])
      expect(boxes.filter(({ isOverflowing }) => isOverflowing)).toEqual([])
    },
  )
})

it('ItrProgress: does not widen a column of 200 px', async () => {
  const { width, isOverflowing } = await measure(inDiv({ width: 200 }), 'processing')
  expect({ width, isOverflowing }).toEqual({ width: 200, isOverflowing: false })
})

it('ItrProgress: has its width without contain-intrinsic-size, which Safari 16 does not know', () => {
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].map(({ cssText }) => cssText),
  )
  expect(rules.join('')).toContain('data-itr-part')
  expect(rules.join('')).not.toContain('contain-intrinsic')
})
