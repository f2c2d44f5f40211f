'use client'

import { useEffect, useRef } from 'react'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'
import type { ItrFieldProps } from './types.ts'

export interface ReportedValue extends Pick<ItrFieldProps, 'onChange'> {
  name: string
  /** Value that follows from the job. */
  value: string
  /** Value that a form library holds. */
  held: string
}

export const reportChange = ({ name, value, onChange }: ReportedValue) =>
  void onChange?.({ type: 'change', target: { name, value } })

/**
 * Reports each change of the value to the form library in the same commit, and corrects a different value that it holds.
 *
 * @param latest as of the last commit
 */
export function useReportedValue(
  { name, value, held }: ReportedValue,
  latest: { readonly current: ReportedValue },
  isMounted: () => boolean,
) {
  // Form libraries start with an empty value, so it needs no first report.
  const lastReported = useRef('')
  const reportKey = value && `${name} ${value}`

  useIsomorphicLayoutEffect(() => {
    if (lastReported.current === reportKey && held === value) return
    lastReported.current = reportKey
    reportChange(latest.current)
    // A new `onChange` is no change of the value.
  }, [reportKey, held])

  // On React 18, react-hook-form's reset registers the fields again in an effect, and drops reports before that.
  useEffect(() => {
    if (held === value) return
    queueMicrotask(() => {
      if (isMounted() && latest.current.held !== latest.current.value) reportChange(latest.current)
    })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new `onChange` is no change of the value
  }, [value, held])
}
