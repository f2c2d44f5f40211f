'use client'

import type { ItrActionName } from '../../view/phaseViews.ts'
import { definePart } from './definePart.tsx'

/** Defines a button, or a link in a new tab, that is rendered while its action is available. */
const defineAction = <Tag extends 'a' | 'button'>(action: ItrActionName, name: string, tag: Tag) =>
  definePart(name, tag, ({ view, validationMessageId }) => {
    const available = view.actions.find(({ name }) => name === action)
    return (
      available && {
        'aria-describedby': validationMessageId,
        children: available.label,
        ...(available.href
          ? { href: available.href, target: '_blank', rel: 'noreferrer' }
          : { type: 'button', onClick: available.run }),
      }
    )
  })

/** Polls again: in `timed-out` and `error`. */
export const ItrProgressRetry = defineAction('retry', 'Retry', 'button')

/** Starts a new job with `onRestart`: in `failed` and `error`. */
export const ItrProgressRestart = defineAction('restart', 'Restart', 'button')

/** Lets the person upload documents with `onAlternative`: in `failed`, `error` and `timed-out`, and while the job is delayed. */
export const ItrProgressAlternative = defineAction('alternative', 'Alternative', 'button')

/** Links to the report in `completed`, if there is one. Its host does not see the page's URL (`noreferrer`). */
export const ItrProgressReport = defineAction('report', 'Report', 'a')
