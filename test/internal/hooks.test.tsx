import { act, render, renderHook } from '@testing-library/react'
import { useLayoutEffect, type Ref } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { getActiveElement } from '../../src/internal/getActiveElement.ts'
import { isServer } from '../../src/internal/isServer.ts'
import { useIsHydrating } from '../../src/internal/useIsHydrating.ts'
import { useIsomorphicLayoutEffect } from '../../src/internal/useIsomorphicLayoutEffect.ts'
import { useMergedRefs, type AnyRef } from '../../src/internal/useMergedRefs.ts'

afterEach(() => document.body.replaceChildren())

describe('useMergedRefs', () => {
  const Merged = ({ first, second }: { first?: AnyRef; second?: AnyRef }) => (
    <p ref={useMergedRefs(first, second) as Ref<HTMLParagraphElement>} />
  )
  /** Returns a function ref and what it was called with. */
  function createRef(cleanup?: () => void) {
    const values: unknown[] = []
    const ref = (value: unknown) => {
      values.push(value && 'element')
      return cleanup
    }
    return { ref, values }
  }

  it('sets objects and functions to the element, and to null when it unmounts', () => {
    const object = { current: undefined as unknown }
    const { ref, values } = createRef()
    const { container, unmount } = render(<Merged first={object} second={ref} />)
    expect(object.current).toBe(container.querySelector('p'))
    expect(values).toEqual(['element'])
    unmount()
    expect(object.current).toBeNull()
    expect(values).toEqual(['element', null])
  })

  it('accepts missing refs', () => {
    expect(() => render(<Merged first={null} />).unmount()).not.toThrow()
  })

  it.each(['first', 'second'])('sets the only ref, the %s', (name) => {
    const { ref, values } = createRef()
    render(<Merged {...{ [name]: ref }} />)
    expect(values).toEqual(['element'])
  })

  it('attaches an element again after it was detached', () => {
    const [first, second] = [createRef(), createRef()]
    const { result } = renderHook(() => useMergedRefs(first.ref, second.ref) as (element: unknown) => void)
    for (const element of [{}, null, {}]) result.current(element)
    expect(first.values).toEqual(['element', null, 'element'])
    expect(second.values).toEqual(['element', null, 'element'])
  })

  it('calls the cleanup that a ref returns instead of the ref', () => {
    let cleanups = 0
    const { ref, values } = createRef(() => cleanups++)
    render(<Merged first={ref} second={{ current: null }} />).unmount()
    expect(values).toEqual(['element'])
    expect(cleanups).toBe(1)
  })

  it('attaches again only if a ref changes', () => {
    const [first, second, third] = [createRef(), createRef(), createRef()]
    const { rerender } = render(<Merged first={first.ref} second={second.ref} />)
    rerender(<Merged first={first.ref} second={second.ref} />)
    expect(first.values).toEqual(['element'])
    rerender(<Merged first={first.ref} second={third.ref} />)
    expect(second.values).toEqual(['element', null])
    expect(third.values).toEqual(['element'])
    rerender(<Merged first={second.ref} second={third.ref} />)
    expect(first.values.at(-1)).toBeNull()
    expect(second.values.at(-1)).toBe('element')
  })
})

describe('getActiveElement', () => {
  it('finds the focused element in the document and in a shadow root', () => {
    const host = document.body.appendChild(document.createElement('div'))
    const outside = document.body.appendChild(document.createElement('button'))
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('button'))
    inside.focus()
    expect(getActiveElement(inside)).toBe(inside)
    expect(getActiveElement(outside)).toBe(host)
  })
})

describe('useIsHydrating', () => {
  it('is true in server-rendered HTML and its hydration, then false', async () => {
    const seen: boolean[] = []
    function Probe() {
      const isHydrating = useIsHydrating()
      seen.push(isHydrating)
      return <p>{String(isHydrating)}</p>
    }
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(<Probe />)
    expect(container.textContent).toBe('true')
    const root = await act(async () => hydrateRoot(container, <Probe />))
    expect(seen).toEqual([true, true, false])
    expect(container.textContent).toBe('false')
    await act(async () => root.unmount())
  })

  it('is false in a render without server HTML', () => {
    expect(renderHook(useIsHydrating).result.current).toBe(false)
  })
})

describe('isServer', () => {
  it('is false in a browser, which runs layout effects', () => {
    expect(isServer).toBe(false)
    expect(useIsomorphicLayoutEffect).toBe(useLayoutEffect)
  })
})
