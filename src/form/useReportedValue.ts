'use client'

import { useEffect, useRef } from 'react'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'
import type { ItrFieldProps } from './types.ts'
import { useGetLatest } from './useGetLatest.ts'

interface ReportedValue extends Pick<ItrFieldProps, 'onChange'> {
  name: string
  /** Value that follows from the job. */
  value: string
}

interface Options extends ReportedValue {
  /** Value that a form library holds. Undefined if the host passes none. */
  controlled: string | undefined
  isMounted: () => boolean
}

export const reportChange = ({ name, value, onChange }: ReportedValue) =>
  void onChange?.({ type: 'change', target: { name, value } })

/** Reports each change of the value to the form library in the same commit, and corrects a different value that it holds. */
export function useReportedValue({ name, value, controlled, onChange, isMounted }: Options) {
  const getLatest = useGetLatest({ name, value, controlled, onChange })
  const isOutOfSync = () => {
    const { controlled, value } = getLatest()
    return controlled !== undefined && controlled !== value
  }
  // Form libraries start with an empty value, so it needs no first report.
  const lastReported = useRef('')
  const reportKey = value && `${name} ${value}`

  useIsomorphicLayoutEffect(() => {
    if (lastReported.current === reportKey && !isOutOfSync()) return
    lastReported.current = reportKey
    reportChange(getLatest())
    // A new `onChange` is no change of the value.
  }, [reportKey, controlled])

  // On React 18, react-hook-form's reset registers the fields again in an effect, and drops reports before that.
  useEffect(() => {
    if (!isOutOfSync()) return
    queueMicrotask(() => {
      if (isMounted() && isOutOfSync()) reportChange(getLatest())
    })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new `onChange` is no change of the value
  }, [value, controlled])
}
