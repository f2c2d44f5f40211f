'use client'

import { definePart } from './definePart.tsx'

/** Says in a few words how the job stands, and names the whole widget. Focus comes here when a focused button goes away. */
export const ItrProgressHeading = definePart('heading', 'h2', ({ sayings, ownId, refusalId }) => ({
  id: ownId,
  tabIndex: -1,
  'aria-describedby': refusalId,
  children: sayings.heading,
}))
