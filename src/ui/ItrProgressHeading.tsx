'use client'

import { definePart } from './definePart.tsx'

/** Says in a few words how the job stands, and names the whole widget. Focus comes here when a focused button goes away. */
export const ItrProgressHeading = definePart('heading', 'h2', ({ sayings, ownId }) => ({
  id: ownId,
  tabIndex: -1,
  children: sayings.heading,
}))
