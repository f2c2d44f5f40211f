'use client'

import { definePart } from './definePart.tsx'
import { waysOut } from './waysOut.ts'

/** The link to the report, once the job is completed and if there is one. The report's host is not told where we come from. */
export const ItrProgressReport = definePart('report', 'a', ({ itr, offers, t }) =>
  waysOut(itr, offers).includes('report')
    ? { href: offers.report, target: '_blank', rel: 'noreferrer', children: t('action.report') }
    : undefined,
)
