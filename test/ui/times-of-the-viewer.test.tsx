import { render } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'

describe('ItrProgress: times', () => {
  it('name the zone UTC in server-rendered HTML and are the viewer’s after hydration', () => {
    const logError = vi.spyOn(console, 'error').mockReturnValue()
    const updatedAt = '2026-04-07T19:24:00.000Z'
    const widget = <ItrProgress result={itrResult('failed', { updatedAt })} showDetails />
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(widget)
    const getTime = () => container.querySelectorAll('dd')[1]!.textContent.replace(/\s/g, ' ')
    expect(getTime()).toMatch(/^7 Apr 2026, 7:24 pm UTC$/)

    // React 18 warns about layout effects on a server, as which jsdom does not count.
    logError.mockClear()
    render(widget, { container, hydrate: true })
    expect(logError).not.toHaveBeenCalled()
    logError.mockRestore()
    const viewer = new Date(updatedAt).toLocaleString('en-IN', { dateStyle: 'medium', timeStyle: 'short' })
    expect(getTime()).toBe(viewer.replace(/\s/g, ' '))
  })
})
