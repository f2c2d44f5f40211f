import '@testing-library/jest-dom/vitest'
import { focusManager, notifyManager, onlineManager } from '@tanstack/react-query'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach } from 'vitest'

// Testing Library does this by itself only where the test functions are global.
;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
// react-query notifies in a timer of 0 ms. A microtask lets fake timers stop at the exact millisecond.
notifyManager.setScheduler(queueMicrotask)

afterEach(cleanup)

// The next file of the same process gets an empty, visible page that is online.
afterAll(() => {
  document.body.replaceChildren()
  Reflect.deleteProperty(document, 'visibilityState')
  Reflect.deleteProperty(navigator, 'onLine')
  focusManager.setFocused(undefined)
  onlineManager.setOnline(true)
})
