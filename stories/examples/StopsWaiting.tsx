import { useState } from 'react'
import { CancelLink } from '../../docs/recipes/compositions/CancelLink.tsx'
import type { ItrProgressBaseProps } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'

/** A host that stops polling when the person presses the cancel link. With `jobId` it would set `enabled` to false. */
export function StopsWaiting(props: ItrProgressBaseProps) {
  const [isWaiting, setWaiting] = useState(true)
  return (
    <CancelLink
      {...props}
      result={itrResult('processing', { isPolling: isWaiting })}
      onCancel={() => setWaiting(false)}
    />
  )
}
