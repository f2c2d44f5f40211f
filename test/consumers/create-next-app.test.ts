import { exec } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect } from 'vitest'
import type { Applicant } from './createApplicant.ts'
import { hostTest } from './hostTest.ts'

const test = hostTest({ app: 'create-next-app' })

/** Opens the page of a job, which has two widgets: in the body, and in the page of the template. */
async function openJob({ page, widget }: Applicant, jobId: string, phase: string) {
  await page.goto(new URL(`/?job=${jobId}`, page.url()).href)
  await expect
    .poll(() => widget.evaluateAll((roots: HTMLElement[]) => roots.map((root) => root.dataset.phase)), {
      timeout: 15_000,
    })
    .toEqual([phase, phase])
}

/** Measures each widget, in px. */
const measure = ({ widget }: Applicant) =>
  widget.evaluateAll((roots) =>
    roots.map((root) => {
      const box = root.getBoundingClientRect()
      const heading = root.querySelector('[data-itr-part="heading"]')!
      const { left, top } = heading.getBoundingClientRect()
      const text = document.createRange()
      text.selectNodeContents(heading)
      return {
        width: box.width,
        overflow: Math.max(-box.left, box.right - document.documentElement.clientWidth),
        padding: [left - box.left, top - box.top],
        icon: Number.parseFloat(getComputedStyle(heading, '::before').width),
        textIndent: text.getBoundingClientRect().left - left,
      }
    }),
  )

describe('create-next-app with its stock CSS', () => {
  test.for([320, 1280])(
    'shows the widget at least 240 px wide and inside a page of %i px',
    async (width, { openPage, upstream }) => {
      const applicant = await openPage({ viewport: { width, height: 800 } })
      await openJob(applicant, upstream.simulator.start('stuck'), 'initiated')
      for (const widget of await measure(applicant)) {
        expect(widget.width).toBeGreaterThanOrEqual(240)
        expect(widget.overflow).toBeLessThanOrEqual(0)
      }
    },
  )

  test('leaves the padding of the widget, and its icon beside the heading', async ({
    openPage,
    upstream,
  }) => {
    const applicant = await openPage()
    const jobId = upstream.simulator.start('no_itr_found')
    upstream.advance(60)
    await openJob(applicant, jobId, 'failed')
    for (const { padding, icon, textIndent } of await measure(applicant)) {
      // With the border of 1 px.
      expect(padding).toEqual([21, 21])
      expect(icon).toBeGreaterThan(16)
      expect(textIndent).toBeGreaterThan(icon)
    }
  })
})

describe('create-next-app', () => {
  // The widget has a <Suspense> in the build that the other tests use.
  test(
    'fails to build with cacheComponents if a widget has no <Suspense>',
    { timeout: 180_000 },
    async () => {
      const cwd = join(process.env.CONSUMERS!, 'create-next-app')
      const settings = { NODE_ENV: 'production', WITHOUT_SUSPENSE: '1', DIST_DIR: '.next-without-suspense' }
      const build = promisify(exec)('npx next build', { cwd, env: { ...process.env, ...settings } })
      await expect(build).rejects.toMatchObject({
        stderr: expect.stringMatching(/Route "\/prerendered".*`Date\.now\(\)` in a Client Component/),
      })
    },
  )
})
