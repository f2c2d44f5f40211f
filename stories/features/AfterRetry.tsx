import { useState } from 'react'
import type { ItrJobStatusResult, ItrProgressBaseProps } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { ResultWidget } from '../ResultWidget.ts'

const REQUEST_TIME = 300

/** A host whose retry ends in the same result again. */
export function AfterRetry({ result, ...props }: ItrProgressBaseProps & { result: ItrJobStatusResult }) {
  const [retries, setRetries] = useState(0)
  const [isRetrying, setRetrying] = useState(false)
  const retry = () => {
    setRetrying(true)
    setRetries(retries + 1)
    setTimeout(() => setRetrying(false), REQUEST_TIME)
  }
  // Each retry opens a new window.
  const startedAt = result.startedAt! + retries
  return (
    <ResultWidget
      {...props}
      result={isRetrying ? itrResult('connecting', { startedAt }) : { ...result, startedAt, retry }}
    />
  )
}
