import { JSDOM } from 'jsdom'

const { window } = new JSDOM('', { url: 'https://host.example/' })
const { document, navigator } = window
Object.assign(globalThis, { window, document })
Object.defineProperty(globalThis, 'navigator', { value: navigator })

/**
 * Mounts a component that watches a job, and keeps it mounted.
 *
 * @param {NodeJS.Require} require finds the copy of React that the hook uses
 * @param {() => import('./simulate.mjs').Outcome | null} useOutcome
 * @returns {Promise<import('./simulate.mjs').Outcome>}
 */
export function mountHook(require, useOutcome) {
  const { createElement, useEffect } = require('react')
  const { createRoot } = require('react-dom/client')
  const { flushSync } = require('react-dom')
  return new Promise((resolve) => {
    function Watcher() {
      const outcome = useOutcome()
      useEffect(() => {
        if (outcome) resolve(outcome)
      }, [outcome])
      return null
    }
    // Virtual time does not wait for React's own scheduler.
    flushSync(() => createRoot(document.createElement('div')).render(createElement(Watcher)))
  })
}
