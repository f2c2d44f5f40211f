import '@testing-library/jest-dom/vitest'
import { focusManager, onlineManager } from '@tanstack/react-query'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach } from 'vitest'

// Testing Library looks for Jest's fake timers by this name before it advances them.
;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true

afterEach(cleanup)

// The next file of the same process gets an empty, visible page that is online.
afterAll(() => {
  document.body.replaceChildren()
  Reflect.deleteProperty(document, 'visibilityState')
  Reflect.deleteProperty(navigator, 'onLine')
  focusManager.setFocused(undefined)
  onlineManager.setOnline(true)
})
