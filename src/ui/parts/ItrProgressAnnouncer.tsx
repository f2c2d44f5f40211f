'use client'

import { useEffect, useRef, useState } from 'react'
import { getAnnouncement, type AnnouncedState } from '../../view/getAnnouncement.ts'
import { getPhaseView } from '../../view/phaseViews.ts'
import { definePart } from './definePart.tsx'

/** Time between two announcements, in ms, so that a screen reader can finish the first one. */
const PAUSE_MS = 5_000

/** Time that the live region stays empty before its first text, in ms. Text that comes with the region is not read (WCAG 4.1.3). */
const EMPTY_MS = 100

/**
 * The live region: start, step change, delayed, timed out, error, failed, completed. A newer announcement replaces one that
 * waits. The end of a job does not wait.
 */
export const ItrProgressAnnouncer = definePart(
  'Announcer',
  'div',
  function useAnnouncer({ result, view, translator }) {
    const { jobId, isDelayed } = result
    const { displayPhase, announcement } = getPhaseView(result)
    const subject = `${displayPhase} ${jobId}`
    const [text, setText] = useState('')
    const memory = useRef({ subject: '', announced: null as AnnouncedState | null, nextAt: 0 })

    // Runs after each render, so that a waiting announcement is replaced, or dropped if it is no longer true.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it runs after each render
    useEffect(() => {
      const { current } = memory
      const now = Date.now()
      if (subject !== current.subject) {
        const firstAt = text === '' ? now + EMPTY_MS : now
        current.nextAt = announcement === 'immediate' ? firstAt : Math.max(current.nextAt, now + EMPTY_MS)
        current.subject = subject
        current.announced = null
        // Removes the text about another job or phase.
        setText('')
      }
      const next = getAnnouncement(result, view, translator.t, current.announced)
      if (next === '') return

      const announce = () => {
        current.announced = { isDelayed, steps: view.steps }
        current.nextAt = Date.now() + PAUSE_MS
        setText(next)
      }
      const wait = current.nextAt - now
      // Screen readers read an equal text again only if the region was empty in between.
      if (wait <= 0 && next !== text) {
        announce()
        return
      }
      // The limit matters when the system clock moves back.
      const timer = setTimeout(announce, Math.min(wait, PAUSE_MS))
      return () => clearTimeout(timer)
    })

    return { role: 'status', children: text }
  },
)
