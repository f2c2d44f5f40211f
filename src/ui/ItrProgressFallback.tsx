'use client'

import { defineAction } from './defineAction.ts'

/** Another way to the same end, through the host's `onFallback`: in `failed`, `error` and `timed-out`. */
export const ItrProgressFallback = defineAction('fallback')
