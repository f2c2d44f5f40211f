import { render } from '@testing-library/react'
import { createPortal } from 'react-dom'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hi } from '../../src/locales/hi.ts'
import { ur } from '../../src/locales/ur.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'

const html = document.documentElement
const widget = <ItrProgress data-testid="widget" result={itrResult('processing')} />
const attributesOf = (element: Element | null | undefined) => [
  element?.getAttribute('lang') ?? null,
  element?.getAttribute('dir') ?? null,
]

beforeEach(() => void (html.lang = 'en'))
afterEach(() => {
  for (const name of ['lang', 'dir', 'class']) html.removeAttribute(name)
})

describe('ItrProgress: lang and dir', () => {
  it.each([
    ['Hindi with English messages', { lang: 'hi' }, undefined, ['en', null]],
    ['Hindi with Hindi messages', { lang: 'hi-IN' }, hi, [null, null]],
    ['Urdu with English messages', { lang: 'ur', dir: 'rtl' }, undefined, ['en', 'ltr']],
    ['English with Hindi messages', { lang: 'en' }, hi, ['hi', null]],
    ['no language', { lang: '' }, undefined, ['en', null]],
    ['Indian English', { lang: 'en-IN', dir: 'ltr' }, undefined, [null, null]],
    ['Urdu with Urdu messages', { lang: 'ur', dir: 'rtl' }, ur, [null, null]],
    ['English with Urdu messages', { lang: 'en' }, ur, ['ur', 'rtl']],
  ] as const)('differ from the nearest section: %s', (_, section, messages, expected) => {
    const { getByTestId } = render(
      <section {...section}>
        <p>
          <ItrProgress data-testid="widget" result={itrResult('processing')} messages={messages} />
        </p>
      </section>,
    )
    expect(attributesOf(getByTestId('widget'))).toEqual(expected)
  })

  it('differ from the section around a shadow root', () => {
    const section = document.body.appendChild(document.createElement('section'))
    section.lang = 'hi'
    const host = section.appendChild(document.createElement('div'))
    const shadow = host.attachShadow({ mode: 'open' })
    render(createPortal(widget, shadow))
    expect(attributesOf(shadow.querySelector('[data-testid]'))).toEqual(['en', null])
    section.remove()
  })

  it('stay as they are when a browser translates the page', () => {
    const { getByTestId, rerender } = render(widget)
    html.lang = 'ur'
    html.dir = 'rtl'
    html.className = 'host translated-rtl'
    rerender(<ItrProgress data-testid="widget" result={itrResult('completed')} />)
    expect(attributesOf(getByTestId('widget'))).toEqual([null, null])
  })

  it('stay as they are when the messages change on a translated page', () => {
    const { getByTestId, rerender } = render(widget)
    html.className = 'translated-ltr'
    rerender(<ItrProgress data-testid="widget" result={itrResult('processing')} messages={ur} />)
    expect(attributesOf(getByTestId('widget'))).toEqual([null, null])
  })

  it('stay as the server set them when the page is translated before hydration', () => {
    const inHindi = <ItrProgress data-testid="widget" result={itrResult('processing')} messages={hi} />
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(inHindi)
    html.className = 'translated-ltr'
    const { getByTestId } = render(inHindi, { container, hydrate: true })
    expect(attributesOf(getByTestId('widget'))).toEqual(['hi', 'ltr'])
  })

  it('are not set in a page that is translated already', () => {
    html.lang = 'ur'
    html.className = 'translated-ltr'
    const { getByTestId } = render(widget)
    expect(attributesOf(getByTestId('widget'))).toEqual([null, null])
  })
})
