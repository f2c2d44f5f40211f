'use client'

import { defineAction } from './defineAction.ts'

/** Asks again: in `timed-out` and `error`. */
export const ItrProgressRetry = defineAction('retry')
