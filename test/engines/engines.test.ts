import { en } from 'itr-progress/locales/en'
import { ur } from 'itr-progress/locales/ur'
import { itrResult } from 'itr-progress/testing'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { layoutContexts } from '../browser/layoutContexts.tsx'
import { phases } from '../browser/phases.ts'
import { startDemo } from '../browser/startDemo.ts'
import { createPage, type Page } from './createPage.ts'
import type { Engine } from './Engine.ts'
import { startFirefox } from './startFirefox.ts'
import { startPageServer } from './startPageServer.ts'
import { startWebKit } from './startWebKit.ts'

let demo: Awaited<ReturnType<typeof startDemo>>
let server: Awaited<ReturnType<typeof startPageServer>>

beforeAll(async () => {
  ;[demo, server] = await Promise.all([startDemo(), startPageServer()])
  return async () => {
    await Promise.all([demo.stop(), server.stop()])
  }
})

describe.each([
  ['Firefox', startFirefox],
  ['WebKit', startWebKit],
])('%s', (_, start) => {
  let engine: Engine
  let page: Page

  beforeAll(async () => {
    engine = await start()
    console.log(engine.version)
    page = createPage(engine)
    return () => engine.stop()
  })

  const getFocusedText = () => page.evaluate(() => document.activeElement?.textContent)
  const getText = () => page.evaluate(() => document.body.innerText)
  const waitForText = (text: string) => expect.poll(getText, { timeout: 40_000 }).toContain(text)

  it('completes a job in the demo and submits the application', async () => {
    await page.open(demo.url)
    await page.evaluate(() =>
      fetch('/api/demo', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"speed":20}',
      }),
    )
    await page.open(demo.url)
    // The note comes with the settings, and moves the fields.
    await waitForText('This is a demonstration.')
    await page.type('[autocomplete="name"]', 'Sample Taxpayer')
    await page.type('[inputmode="numeric"]', '500000')
    await page.type('[autocomplete="organization"]', 'Example Works')
    await page.evaluate(() => {
      const employment = [...document.querySelectorAll('select')].at(-1)!
      employment.value = 'salaried'
      employment.dispatchEvent(new Event('change', { bubbles: true }))
    })

    await page.type('input.code', 'QWERT9876Z')
    await page.type('[type="password"]', 'correct horse battery staple')
    await page.click('[type="checkbox"]')
    await page.click('button', 'Get my returns')
    await waitForText(en.heading.completed)
    await page.click('button', 'Continue')
    await waitForText('QWERT****Z')
    await page.click('button', 'Submit the application')
    await waitForText('We have your application')
  })

  describe('ItrProgress', () => {
    beforeAll(async () => {
      await page.open(server.url)
      await vi.waitUntil(() => page.evaluate(() => 'show' in window), 40_000)
    })

    // WebKitGTK's window cannot be as narrow as a phone, so the page stands in a frame.
    describe.each([900, 360])('page of %i px', (pageWidth) => {
      beforeAll(async () => {
        await page.evaluate((width) => {
          const frame = document.createElement('iframe')
          Object.assign(frame, { src: location.href, width, height: 900, frameBorder: '0' })
          document.body.append(frame)
        }, pageWidth)
        await vi.waitUntil(() => page.evaluate(() => 'show' in frames[0]!), 40_000)
        return () => page.evaluate(() => document.querySelector('iframe')!.remove())
      })

      it.each(Object.keys(layoutContexts))(
        'has one width of 240 px or more in %s, in every phase',
        async (context) => {
          const boxes = await page.evaluate(
            (context, phases) =>
              phases.map((phase) => {
                const { show, document, innerWidth } = frames[0]!
                show(context, phase)
                const root = document.querySelector('[data-itr-part="root"]')!
                const { left, right, width } = root.getBoundingClientRect()
                const isInside = left >= 0 && right <= innerWidth && root.scrollWidth <= root.clientWidth
                return { phase, width, pageWidth: innerWidth, isInside }
              }),
            context,
            phases,
          )
          expect(boxes[0]).toMatchObject({ pageWidth })
          expect(new Set(boxes.map(({ width }) => width)).size).toBe(1)
          expect(boxes[0]!.width).toBeGreaterThanOrEqual(240)
          expect(boxes.filter(({ isInside }) => !isInside)).toEqual([])
        },
      )
    })

    describe('form', () => {
      const show = (phase: 'processing' | 'completed') =>
        page.evaluate((phase) => window.show('form', phase), phase)
      const getSubmitted = () => page.evaluate(() => document.querySelector('output')!.value)
      const isUserInvalid = () =>
        page.evaluate(() => document.querySelector('[data-itr-part="root"]')!.matches(':has(:user-invalid)'))

      beforeEach(async () => {
        await page.evaluate(() => window.show('light', 'idle'))
        await show('processing')
      })

      it('refuses an early submit, shows the reason and focuses the heading', async () => {
        await page.click('button', 'Apply')
        await waitForText(en.required)
        expect(await getFocusedText()).toBe(en.heading.watching)
        expect(await isUserInvalid()).toBe(true)
        expect(await getSubmitted()).toBe('')
      })

      it('refuses a submit by Enter, and keeps the text', async () => {
        await page.type('[name="name"]', 'Asha')
        await page.pressEnter()
        await waitForText(en.required)
        expect(await getFocusedText()).toBe(en.heading.watching)
        expect(
          await page.evaluate(() => document.querySelector<HTMLInputElement>('[name="name"]')!.value),
        ).toBe('Asha')
      })

      it('does not show the reason after a reset, and shows it after the next submit', async () => {
        await page.click('button', 'Apply')
        await waitForText(en.required)
        await page.click('button', 'Clear')
        await expect.poll(getText).not.toContain(en.required)
        expect(await isUserInvalid()).toBe(false)
        await page.click('button', 'Apply')
        await waitForText(en.required)
      })

      it('submits its value once completed', async () => {
        await page.click('button', 'Apply')
        await waitForText(en.required)
        await show('completed')
        await page.type('[name="name"]', 'Asha')
        await page.click('button', 'Apply')
        await expect
          .poll(getSubmitted)
          .toBe(JSON.stringify({ name: 'Asha', itr: itrResult('completed').jobId }))
      })
    })

    describe('dark page', () => {
      const show = (scene: 'light' | 'dark', phase = 'processing' as const) =>
        page.evaluate(
          (scene, phase) => {
            window.show(scene, phase)
            const { color, backgroundColor } = getComputedStyle(
              document.querySelector('[data-itr-part="root"]')!,
            )
            return { color, backgroundColor }
          },
          scene,
          phase,
        )

      it('has other colours than on a light page', async () => {
        expect(await show('light')).toEqual({
          color: 'rgb(26, 33, 41)',
          backgroundColor: 'rgb(255, 255, 255)',
        })
        const dark = await show('dark')
        expect(dark.color).not.toBe('rgb(26, 33, 41)')
        expect(dark.backgroundColor).not.toBe('rgb(255, 255, 255)')
      })

      it.each(phases)('has a text contrast of 4.5 or more in %s', async (phase) => {
        const contrasts = await page.evaluate((phase) => {
          window.show('dark', phase)
          return window.getTextContrasts()
        }, phase)
        expect(contrasts.length).toBeGreaterThan(3)
        expect(contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([])
      })
    })

    it('has bar and details from right to left in Urdu', async () => {
      const layout = await page.evaluate(() => {
        window.show('Urdu', 'processing')
        const find = (selector: string) => document.querySelector<HTMLElement>(selector)!
        const root = find('[data-itr-part="root"]')
        const bar = find('[data-itr-part="bar"]')
        const getLeft = (element: Element) => element.getBoundingClientRect().left
        return {
          heading: find('[data-itr-part="heading"]').textContent,
          lang: root.lang,
          dir: root.dir,
          direction: getComputedStyle(root).direction,
          lefts: [...bar.querySelectorAll('.itr-segment')].map(getLeft),
          isDoneFirst: bar.firstElementChild!.matches('.itr-done'),
          hatch: getComputedStyle(find('.itr-current'), '::after').animationDirection,
          detailOffsets: [...document.querySelectorAll('dd')].map((value) => {
            const text = document.createRange()
            text.selectNodeContents(value)
            return value.getBoundingClientRect().right - text.getBoundingClientRect().right
          }),
        }
      })
      expect(layout).toMatchObject({
        heading: ur.heading.watching,
        lang: 'ur',
        dir: 'rtl',
        direction: 'rtl',
        isDoneFirst: true,
        hatch: 'reverse',
      })
      expect(layout.lefts).toHaveLength(5)
      expect(layout.lefts).toEqual([...layout.lefts].sort((a, b) => b - a))
      expect(layout.detailOffsets).toHaveLength(2)
      expect(Math.max(...layout.detailOffsets)).toBeLessThan(1)
    })
  })
})
