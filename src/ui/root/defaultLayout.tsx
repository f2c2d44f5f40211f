'use client'

import { ItrProgressActions } from '../parts/ItrProgressActions.tsx'
import { ItrProgressAnnouncer } from '../parts/ItrProgressAnnouncer.tsx'
import { ItrProgressBar } from '../parts/ItrProgressBar.tsx'
import { ItrProgressField } from '../parts/ItrProgressField.tsx'
import { ItrProgressHeading } from '../parts/ItrProgressHeading.tsx'
import { ItrProgressMessage } from '../parts/ItrProgressMessage.tsx'
import { ItrProgressSteps } from '../parts/ItrProgressSteps.tsx'
import { ItrProgressTiming } from '../parts/ItrProgressTiming.tsx'

/** The children of an `ItrProgress` without children. Message and actions stand above the steps, for small screens. */
export const defaultLayout = (
  <>
    <ItrProgressHeading />
    <ItrProgressBar />
    <ItrProgressTiming />
    <ItrProgressMessage />
    <ItrProgressActions />
    <ItrProgressSteps />
    <ItrProgressField />
    <ItrProgressAnnouncer />
  </>
)
