'use client'

import { defineAction } from './defineAction.ts'

/** Another way to the same end, through the host's `onAlternative`: in `failed`, `error` and `timed-out`. */
export const ItrProgressAlternative = defineAction('alternative')
