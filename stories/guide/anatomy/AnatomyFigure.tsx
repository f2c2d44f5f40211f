import { useEffect, useRef, useState } from 'react'
import { ItrProgress, type ItrPhase } from '../../../src/index.ts'
import { itrResult } from '../../../src/testing/index.ts'
import { usualPlan } from '../../plans.ts'
import './anatomy.css'

interface Frame {
  part: string
  top: number
  left: number
  width: number
  height: number
}

const doNothing = () => {}

/** The widget with a frame around each part. A frame shows the `data-itr-part`. */
export function AnatomyFigure({ phase }: { phase: ItrPhase }) {
  const figure = useRef<HTMLDivElement>(null)
  const [frames, setFrames] = useState<readonly Frame[]>([])

  useEffect(() => {
    const element = figure.current!
    const observer = new ResizeObserver(() => setFrames(framesIn(element)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [phase])

  return (
    <div className="anatomy sb-unstyled" ref={figure}>
      <ItrProgress
        result={itrResult(phase)}
        steps={usualPlan}
        onRestart={doNothing}
        onAlternative={doNothing}
        reportHref="https://reports.example/itr.pdf"
      />
      {frames.map(({ part, ...place }, index) => (
        <span key={index} className="frame" data-frame={part} style={place} aria-hidden="true">
          <span className="name">{part}</span>
        </span>
      ))}
    </div>
  )
}

/** Returns a frame for each visible part, and for the first step only. */
function framesIn(figure: HTMLElement): Frame[] {
  const origin = figure.getBoundingClientRect()
  const parts = [...figure.querySelectorAll<HTMLElement>('[data-itr-part]')]
  return parts
    .map((part) => ({ part: part.dataset.itrPart!, box: part.getBoundingClientRect() }))
    .filter(
      ({ part, box }, index) =>
        box.width > 1 && box.height > 1 && parts.findIndex((one) => one.dataset.itrPart === part) === index,
    )
    .map(({ part, box }) => ({
      part,
      top: box.top - origin.top,
      left: box.left - origin.left,
      width: box.width,
      height: box.height,
    }))
}
