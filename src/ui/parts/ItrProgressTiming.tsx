'use client'

import { useTiming } from '../../view/useItrView.ts'
import { definePart } from './definePart.tsx'

/**
 * The step of the plan, the elapsed time and, while the job is delayed, when the person will be prompted: all as of the last
 * response. It does not tick.
 */
export const ItrProgressTiming = definePart(
  'Timing',
  'div',
  function useTimingProps({ result, view, translator }) {
    const { text } = useTiming(result, view, translator)
    return {
      children: text.map((part, index) => (
        // Servers and browsers have different versions of the Unicode locale data. One string per span: of two, React would update
        // the text nodes, which a browser's translator replaces.
        <span key={index} suppressHydrationWarning>{`${part} `}</span>
      )),
    }
  },
)
