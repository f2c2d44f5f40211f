'use client'

import {
  ItrProgressAlternative,
  ItrProgressPortal,
  ItrProgressReport,
  ItrProgressRestart,
  ItrProgressRetry,
} from './actions.tsx'
import { definePart } from './definePart.tsx'

const parts = {
  retry: ItrProgressRetry,
  restart: ItrProgressRestart,
  alternative: ItrProgressAlternative,
  portal: ItrProgressPortal,
  report: ItrProgressReport,
}

/** The available actions, most helpful first. Children replace them. */
export const ItrProgressActions = definePart('Actions', 'div', ({ view }) => ({
  children: view.actions.map(({ name }) => {
    const Action = parts[name]
    return <Action key={name} />
  }),
}))
