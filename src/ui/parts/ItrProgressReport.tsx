'use client'

import { definePart } from './definePart.tsx'

/** The link to the report, once the job is completed and if there is one. The report's host is not told where we come from. */
export const ItrProgressReport = definePart('report', 'a', ({ ways, t }) =>
  ways.report
    ? { href: ways.report, target: '_blank', rel: 'noreferrer', children: t('action.report') }
    : undefined,
)
