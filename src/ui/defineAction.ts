'use client'

import { definePart } from './definePart.tsx'
import { waysOut, type ItrAction } from './waysOut.ts'

/** A button of `ItrProgress`, there while it is offered. */
export const defineAction = (name: ItrAction) =>
  definePart(name, 'button', ({ itr, offers, t }) =>
    waysOut(itr, offers).includes(name)
      ? { type: 'button', onClick: offers[name], children: t(`action.${name}`) }
      : undefined,
  )
