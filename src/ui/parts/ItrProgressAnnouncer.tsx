'use client'

import { useEffect, useRef, useState } from 'react'
import { getAnnouncement, type Heard } from '../../view/getAnnouncement.ts'
import { definePart } from './definePart.tsx'

/** Between two announcements, in ms: nobody can listen to more. */
const PAUSE = 5_000

/** For how long a live region is empty before text is put in it, in ms: one that comes with its text is not read (WCAG 4.1.3). */
const SETTLE = 100

/**
 * Tells those who listen what changed: start, step change, delayed, timed out, error, failed, completed. The latest wins, and
 * waits its turn; only the end of a job does not.
 */
export const ItrProgressAnnouncer = definePart(
  'announcer',
  'div',
  function useAnnouncer({ result, sayings, t }) {
    const { phase, isDelayed } = result
    const subject = `${sayings.standing} ${result.jobId}`
    const [said, setSaid] = useState('')
    const memory = useRef({ subject: '', heard: null as Heard | null, nextAt: 0 })

    // After each render, so that what waits for its turn is said in the words of then, or not at all if it is over by then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- hence no list
    useEffect(() => {
      const { current } = memory
      const now = Date.now()
      if (subject !== current.subject) {
        const isEnd = phase === 'completed' || phase === 'failed'
        const settled = said === '' ? now + SETTLE : now
        current.nextAt = isEnd ? settled : Math.max(current.nextAt, now + SETTLE)
        current.subject = subject
        current.heard = null
        // What was said of another job or phase is not left standing.
        setSaid('')
      }
      const text = getAnnouncement(sayings, isDelayed, current.heard, t)
      if (text === '') return

      const say = () => {
        current.heard = { stepId: sayings.step?.id, isDelayed }
        current.nextAt = Date.now() + PAUSE
        setSaid(text)
      }
      const wait = current.nextAt - now
      // The same words again are heard only if they were gone in between.
      if (wait <= 0 && text !== said) {
        say()
        return
      }
      // A clock that is set back must not silence us for longer.
      const timer = setTimeout(say, Math.min(wait, PAUSE))
      return () => clearTimeout(timer)
    })

    return { role: 'status', children: said }
  },
)
