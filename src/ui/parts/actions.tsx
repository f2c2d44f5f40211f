'use client'

import { useIsomorphicLayoutEffect } from '../../internal/useIsomorphicLayoutEffect.ts'
import { definePart } from './definePart.tsx'

/** Defines a button or a link that is rendered while the action of its name is available. */
const defineAction = <Tag extends 'a' | 'button'>(name: string, tag: Tag) =>
  definePart(name, tag, function useActionProps({ view, validationMessageId, watchFocus }) {
    // The host may remove the action by state of its own. The cleanup of a layout effect runs before the removal, and reads refs only.
    useIsomorphicLayoutEffect(() => () => queueMicrotask(watchFocus()), [])
    const action = view.actions.find((action) => action.name === name.toLowerCase())
    return (
      action && {
        'aria-describedby': validationMessageId,
        href: action.href,
        onClick: action.run,
        children: action.label,
        ...(tag === 'a' ? { target: '_blank', rel: 'noreferrer' } : { type: 'button' }),
      }
    )
  })

/** Polls again: in `timed-out` and `error`. */
export const ItrProgressRetry = defineAction('Retry', 'button')

/** Starts a new job with `onRestart`: in `failed` and `error`. */
export const ItrProgressRestart = defineAction('Restart', 'button')

/** Lets the person upload documents with `onAlternative`: in `failed`, `error` and `timed-out`, and while the job is delayed. */
export const ItrProgressAlternative = defineAction('Alternative', 'button')

/** Links to the e-filing portal, for failures that the person can fix there. */
export const ItrProgressPortal = defineAction('Portal', 'a')

/** Links to the report in `completed`, if there is one. Its server does not get the page's URL (`noreferrer`). */
export const ItrProgressReport = defineAction('Report', 'a')
