import { vi } from 'vitest'

// Testing Library looks for fake timers in the global `jest`. Without it, `findBy…` hangs.
Object.assign(globalThis, { jest: vi })
