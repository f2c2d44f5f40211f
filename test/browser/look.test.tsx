import { ItrProgress, type ItrPhase, type ItrProgressProps } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrState } from 'itr-progress/testing'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'

const plan = [
  'create_client',
  { id: 'download_profile', label: 'Einkommensteuererklärungsbestätigungsverfahren' },
]
const phases: ItrPhase[] = [
  'connecting',
  'initiated',
  'processing',
  'completed',
  'failed',
  'timed-out',
  'error',
]

async function show({
  width = 480,
  colorScheme = 'normal',
  ...props
}: { width?: number; colorScheme?: string } & Partial<ItrProgressProps>) {
  const { container } = await render(
    <div style={{ width, colorScheme }}>
      <ItrProgress
        steps={plan}
        showDetails
        onRetry={() => {}}
        onRestart={() => {}}
        onFallback={() => {}}
        {...props}
      />
    </div>,
  )
  const root = container.querySelector<HTMLElement>('[data-itr-part="root"]')
  if (!root) throw new Error('there is no widget')
  return root
}

const surface = (root: HTMLElement) => getComputedStyle(root).backgroundColor

// WCAG 1.4.10
it.each(phases)('%s reflows in a column of 240 px', async (phase) => {
  const root = await show({ width: 240, itr: itrState(phase) })
  expect(root.getBoundingClientRect().width).toBe(240)
  const { right } = root.getBoundingClientRect()
  const beyond = [...root.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > right)
  expect(beyond).toEqual([])
})

// WCAG 2.5.8
it.each(['failed', 'timed-out', 'error'] as const)('every button of %s can be hit', async (phase) => {
  const root = await show({ itr: itrState(phase) })
  const sizes = [...root.querySelectorAll('button')].map((button) => button.getBoundingClientRect())
  expect(sizes.length).toBeGreaterThan(1)
  for (const { width, height } of sizes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
})

it('is dark on a dark page, light on a page that says nothing, and what it is told to be on either', async () => {
  const itr = itrState('processing')
  const light = surface(await show({ itr, colorScheme: 'light' }))
  const dark = surface(await show({ itr, colorScheme: 'dark' }))
  expect(dark).not.toBe(light)
  expect(surface(await show({ itr }))).toBe(light)
  expect(surface(await show({ itr, colorScheme: 'light', appearance: { theme: 'dark' } }))).toBe(dark)
  expect(surface(await show({ itr, colorScheme: 'dark', appearance: { theme: 'light' } }))).toBe(light)
})

it('a token of the host is taken, from around the widget and from its appearance', async () => {
  document.documentElement.style.setProperty('--itr-surface', 'rgb(1, 2, 3)')
  expect(surface(await show({ itr: itrState('processing') }))).toBe('rgb(1, 2, 3)')
  document.documentElement.style.removeProperty('--itr-surface')
  const appearance = { variables: { surface: 'rgb(4, 5, 6)' } }
  expect(surface(await show({ itr: itrState('processing'), appearance }))).toBe('rgb(4, 5, 6)')
})
