// oxlint-disable no-empty-pattern -- vitest reads the dependencies of a fixture from the pattern
import { chromium, type Page } from 'playwright'
import { test } from 'vitest'
import { launchOptions } from '../../scripts/programs.mjs'
import { startDemo } from './startDemo.ts'
import { toLoanForm } from './toLoanForm.ts'

/** `test` with the running demo and a Chromium for each worker, and an open page with the form for each test. */
export const demoTest = test
  .extend('demo', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const demo = await startDemo()
    onCleanup(async () => void (await demo.stop()))
    return demo
  })
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await chromium.launch(launchOptions())
    onCleanup(() => browser.close())
    return browser
  })
  .extend('page', async ({ demo, browser }, { onCleanup }): Promise<Page> => {
    const context = await browser.newContext()
    onCleanup(() => context.close())
    const page = await context.newPage()
    await page.goto(demo.url)
    return page
  })
  .extend('form', ({ page }) => toLoanForm(page))
