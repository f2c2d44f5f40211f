import { describe, expect } from 'vitest'
import { demoTest as test } from './demoTest.ts'

describe('interrupted polling in the demo', () => {
  test('resumes the same job after a reload, and keeps the form', async ({ page, form }) => {
    await form.choose('slow')
    await form.fillDetails()
    const typed = await form.details()
    await form.startJob()
    await form.waitForHeading('watching')
    const handle = await form.handle()

    const starts: string[] = []
    page.on('request', (request) => request.url().endsWith('/api/itr/start') && starts.push(request.url()))
    await page.reload()
    await form.waitForHeading('watching')
    expect(await form.handle()).toBe(handle)
    expect(await form.details()).toEqual(typed)

    await form.waitForHeading('completed')
    expect(starts).toEqual([])
  })

  test('keeps the deadline after a reload', async ({ page, form }) => {
    await page.clock.install()
    await page.reload()
    await form.choose('stuck')
    await form.startJob()
    await form.waitForHeading('watching')
    await page.clock.fastForward('03:50')

    await page.reload()
    await form.waitForHeading('watching')
    await page.clock.fastForward('00:11')
    await form.waitForHeading('timed-out')
  })
})
