'use client'

import { definePart } from './definePart.tsx'
import type { ItrActionName } from '../../view/getAvailableActions.ts'

/** A button of `ItrProgress`, there while it is offered. */
export const defineAction = (name: Exclude<ItrActionName, 'report'>) =>
  definePart(name, 'button', ({ ways, t, refusalId }) =>
    ways[name]
      ? {
          type: 'button',
          onClick: ways[name],
          'aria-describedby': refusalId,
          children: t(`action.${name}`),
        }
      : undefined,
  )
