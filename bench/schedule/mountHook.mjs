import { JSDOM } from 'jsdom'

const { window } = new JSDOM('', { url: 'https://host.example/' })
const { document, navigator } = window
Object.assign(globalThis, { window, document })
Object.defineProperty(globalThis, 'navigator', { value: navigator })

/**
 * A component that watches a job in a page, and stays there when it knows the end.
 *
 * @param {NodeJS.Require} require for the copy of React that the hook has
 * @param {() => import('./simulate.mjs').Verdict | null} useVerdict
 * @returns {Promise<import('./simulate.mjs').Verdict>}
 */
export function mountHook(require, useVerdict) {
  const { createElement, useEffect } = require('react')
  const { createRoot } = require('react-dom/client')
  const { flushSync } = require('react-dom')
  return new Promise((resolve) => {
    function Watcher() {
      const verdict = useVerdict()
      useEffect(() => {
        if (verdict) resolve(verdict)
      }, [verdict])
      return null
    }
    // React would take turns of the event loop, for which virtual time does not wait.
    flushSync(() => createRoot(document.createElement('div')).render(createElement(Watcher)))
  })
}
