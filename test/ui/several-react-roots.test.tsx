import { act } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { en } from '../../src/locales/en.ts'
import { itrResult } from '../../src/testing/index.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'

const cleanups: (() => void)[] = []
afterEach(() => act(() => cleanups.splice(0).forEach((cleanUp) => cleanUp())))

function addContainer(parent: ParentNode = document.body) {
  const container = document.createElement('div')
  parent.append(container)
  cleanups.push(() => container.remove())
  return container
}

/** Hydrates a completed and a failed widget in roots of their own. Each server render counts its ids from zero. */
function hydrateTwo(parent?: ParentNode, isLastFirst = false) {
  const errors: unknown[] = []
  const widgets = (['completed', 'failed'] as const).map((phase) => {
    const element = <ItrProgress result={itrResult(phase)} name="itr" required />
    const container = addContainer(parent)
    container.innerHTML = renderToString(element)
    return { container, element }
  })
  for (const { container, element } of isLastFirst ? [...widgets].reverse() : widgets)
    act(() => {
      const root = hydrateRoot(container, element, { onRecoverableError: (error) => errors.push(error) })
      cleanups.push(() => root.unmount())
    })
  expect(errors).toEqual([])
  return widgets.map(({ container }) => container)
}

/** The text of the element that names the widget. */
function getName(container: HTMLElement) {
  const id = container.querySelector('[role="group"]')!.getAttribute('aria-labelledby')
  return (container.getRootNode() as Document | ShadowRoot).getElementById(id!)?.textContent
}

describe('one hydrated React root', () => {
  it('keeps the ids of the server HTML', () => {
    const element = <ItrProgress result={itrResult('failed')} />
    const container = addContainer()
    container.innerHTML = renderToString(element)
    const id = container.querySelector('h2')!.id
    act(() => {
      const root = hydrateRoot(container, element)
      cleanups.push(() => root.unmount())
    })
    expect(container.querySelector('h2')!.id).toBe(id)
  })
})

const headings = [en.heading.completed, en.heading.failed]

describe('two hydrated React roots without identifierPrefix', () => {
  it('name each widget by its own heading', () => {
    expect(hydrateTwo().map(getName)).toEqual(headings)
  })

  it('name each widget by its own heading if the last one hydrates first', () => {
    expect(hydrateTwo(document.body, true).map(getName)).toEqual(headings)
  })

  it('name each widget by its own heading in one shadow root', () => {
    const shadow = addContainer().attachShadow({ mode: 'open' })
    expect(hydrateTwo(shadow).map(getName)).toEqual(headings)
  })

  it('describe each heading by its own validation message', () => {
    const [, failed] = hydrateTwo()
    const [, other] = hydrateTwo()
    for (const container of [failed!, other!]) {
      act(() => void container.querySelector('input')!.reportValidity())
      const id = container.querySelector('h2')!.getAttribute('aria-describedby')!
      expect(container.contains(document.getElementById(id))).toBe(true)
    }
  })
})
