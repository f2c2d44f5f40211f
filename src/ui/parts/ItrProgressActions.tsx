'use client'

import { definePart } from './definePart.tsx'
import { ItrProgressAlternative } from './ItrProgressAlternative.tsx'
import { ItrProgressReport } from './ItrProgressReport.tsx'
import { ItrProgressRestart } from './ItrProgressRestart.tsx'
import { ItrProgressRetry } from './ItrProgressRetry.tsx'
import type { ItrActionName } from '../../view/getAvailableActions.ts'

const parts = {
  retry: ItrProgressRetry,
  restart: ItrProgressRestart,
  alternative: ItrProgressAlternative,
  report: ItrProgressReport,
}

/** What the person can do now, the likeliest to help first. With children: those, in their order. */
export const ItrProgressActions = definePart('actions', 'div', ({ ways }) => ({
  children: Object.keys(ways).map((way) => {
    const Way = parts[way as ItrActionName]
    return <Way key={way} />
  }),
}))
