'use client'

import { defineAction } from './defineAction.ts'

/** Starts a new job, through the host's `onRestart`: in `failed` and `error`. */
export const ItrProgressRestart = defineAction('restart')
