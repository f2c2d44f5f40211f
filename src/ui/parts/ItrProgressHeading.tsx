'use client'

import { definePart } from './definePart.tsx'

/** The heading, which names the whole component. It gets the focus when a focused button is removed. */
export const ItrProgressHeading = definePart('Heading', 'h2', ({ view, headingId, validationMessageId }) => ({
  id: headingId,
  tabIndex: -1,
  'aria-describedby': validationMessageId,
  children: view.heading,
}))
