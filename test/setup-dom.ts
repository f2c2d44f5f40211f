import '@testing-library/jest-dom/vitest'
import { notifyManager } from '@tanstack/react-query'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// Testing Library does this by itself only where the test functions are global.
;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
// react-query notifies in a timer of 0 ms. A microtask lets fake timers stop at the exact millisecond.
notifyManager.setScheduler(queueMicrotask)

afterEach(cleanup)
