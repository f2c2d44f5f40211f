import { createElement, type ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'

const { ItrProvider, useItrJobStatus, useItrView } = await importInReactNative()

/** React Native has a `window` without a `document`. */
async function importInReactNative() {
  vi.stubGlobal('window', globalThis)
  // The other files of this process load the same modules on a server.
  vi.resetModules()
  const headless = await import('../../src/headless.ts')
  vi.resetModules()
  return headless
}

beforeEach(() => void vi.stubGlobal('window', globalThis))
afterEach(() => void vi.unstubAllGlobals())

function Status(props: { messages?: object; locale?: string; updatedAt?: string }) {
  const { heading, body, lang } = useItrView(itrResult('processing'), props)
  return [lang, heading, ...body].join(' | ')
}

describe('itr-progress/headless', () => {
  it('runs without a document', () => {
    const Job = () => useItrView(useItrJobStatus({ jobId: 'j', proxyUrl: 'https://host.example/' })).heading
    expect(typeof document).toBe('undefined')
    expect(renderToString(createElement(Job))).toBe(en.heading.watching)
  })
})

describe('useItrView', () => {
  const render = (props: object, provided = {}) =>
    renderToString(createElement(ItrProvider, provided, createElement(Status, props)))

  it('is English without options', () => {
    expect(render({})).toBe(`en | ${en.heading.watching} | This usually takes 30 to 90 seconds.`)
  })

  it('takes a message from its option, then from the provider, then from English', () => {
    const messages = { 'heading.watching': 'option', 'body.usual': undefined }
    const provided = { messages: { heading: { watching: 'provider' }, lang: 'mr' } }
    expect(render({ messages }, provided)).toBe('mr | option | This usually takes ३० to ९० seconds.')
    expect(render({}, provided)).toContain('provider')
  })

  it('takes a message that the nearest provider lacks from the provider around it', () => {
    const outer = { messages: { lang: 'mr', heading: { watching: 'outer' }, 'body.usual': 'outer {to}' } }
    const inner = { messages: { 'heading.watching': 'inner' } }
    const withoutMessages = { proxyUrl: '/status' }
    const tree = [outer, withoutMessages, inner].reduceRight<ReactElement>(
      (children, provided) => createElement(ItrProvider, provided, children),
      createElement(Status),
    )
    expect(renderToString(tree)).toBe('mr | inner | outer ९०')
  })

  it('announces heading, body and current step, and nothing in idle', () => {
    const Announcement = ({ result }: { result: ItrJobStatusResult }) => useItrView(result).announcement
    const announce = (result: ItrJobStatusResult) => renderToString(createElement(Announcement, { result }))
    const job = { currentStep: 'download_profile', stepsCompleted: [], stepsFailed: [] }
    expect(announce(itrResult('processing', job))).toBe(
      'Fetching your income tax returns. This usually takes 30 to 90 seconds. Step 1: profile.',
    )
    expect(announce(itrResult('completed'))).toBe('We have your income tax returns.')
    expect(announce(itrResult('idle'))).toBe('')
  })

  it('takes the locale from its option, then from the provider', () => {
    const provided = { locale: 'en-u-nu-beng' }
    expect(render({ locale: 'en-u-nu-deva' }, provided)).toContain('३० to ९०')
    expect(render({}, provided)).toContain('৩০ to ৯০')
  })
})
