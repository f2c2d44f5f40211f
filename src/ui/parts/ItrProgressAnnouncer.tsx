'use client'

import { useEffect, useRef, useState } from 'react'
import { isTerminal } from '../../contract/ItrJob.ts'
import { getActiveElement } from '../../internal/getActiveElement.ts'
import type { ItrConnection } from '../../polling/ItrJobStatusResult.ts'
import { getAnnouncement, type AnnouncedState } from '../../view/getAnnouncement.ts'
import { getPhaseView } from '../../view/phaseViews.ts'
import { definePart } from './definePart.tsx'

/** Time between two announcements, in ms, so that a screen reader can finish the first one. */
const PAUSE_MS = 5_000

/** Time that the live region stays empty before a first text, in ms. Text that comes with the region is not read (WCAG 4.1.3). */
const EMPTY_MS = 100

/** Time that a text stays in the live region, in ms. A person who browses the page later would read it as current. */
const TEXT_MS = 10_000

/** A connection that is lost or back for less than this is not announced, in ms. */
const LASTING_MS = 8_000

/**
 * The live region: start, step change, delayed, timed out, error, failed, completed, connection. A newer announcement replaces
 * one that waits. The end of a job does not wait.
 */
export const ItrProgressAnnouncer = definePart(
  'Announcer',
  'div',
  function useAnnouncer({ result, view, translator, getHeading }) {
    const { jobId, isDelayed } = result
    const subject = `${getPhaseView(result).displayPhase} ${jobId}`
    const connection = useLastingConnection(result.connection, subject)
    const minutes = useMinutes(isDelayed && result.isPolling)
    const [text, setText] = useState('')
    // Before the commit, which can move the focus to the heading.
    const hadFocus = hasFocus(getHeading())
    const memory = useRef({
      subject: '',
      announced: null as AnnouncedState | null,
      nextAt: 0,
      hadFocus: false,
    })

    // Runs after each render, so that a waiting announcement is replaced, or dropped if it is no longer true.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it runs after each render
    useEffect(() => {
      const { current } = memory
      const now = Date.now()
      if (subject !== current.subject) {
        current.nextAt = Math.max(isTerminal(result.job) ? 0 : current.nextAt, now + EMPTY_MS)
        current.subject = subject
        current.announced = null
        current.hadFocus = hadFocus
        // Removes the text about another job or phase.
        setText('')
      }
      const getText = (heading: string) =>
        getAnnouncement(result, { ...view, heading }, translator.t, current.announced, {
          connection,
          minutes,
        })
      if (getText(view.heading) === '') return

      const announce = () => {
        // A screen reader has just read a heading that got the focus.
        setText(getText(hasFocus(getHeading()) && !current.hadFocus ? '' : view.heading))
        current.announced = { isDelayed, steps: view.steps, connection, minutes }
        current.nextAt = Date.now() + PAUSE_MS
      }
      // The limit matters when the system clock moves back.
      const timer = setTimeout(announce, Math.min(current.nextAt - now, PAUSE_MS))
      return () => clearTimeout(timer)
    })

    useEffect(() => {
      if (!text) return
      const timer = setTimeout(() => setText(''), TEXT_MS)
      return () => clearTimeout(timer)
    }, [text])

    return { role: 'status', children: text }
  },
)

const hasFocus = (element: Element | null | undefined) => !!element && getActiveElement(element) === element

/** Returns the connection, delayed by 8 s. Starts again when the job or the display phase changes. */
function useLastingConnection(connection: ItrConnection, subject: string): ItrConnection {
  const [lasting, setLasting] = useState<{ subject: string; connection: ItrConnection }>({
    subject,
    connection: 'ok',
  })
  if (lasting.subject !== subject)
    setLasting({ subject, connection: lasting.connection === connection ? connection : 'ok' })
  useEffect(() => {
    if (connection === lasting.connection) return
    const timer = setTimeout(() => setLasting({ subject, connection }), LASTING_MS)
    return () => clearTimeout(timer)
  }, [connection, lasting, subject])
  return lasting.connection
}

/** Counts minutes while `isRunning`. */
function useMinutes(isRunning: boolean): number {
  const [minutes, setMinutes] = useState(0)
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setMinutes((count) => count + 1), 60_000)
    return () => clearInterval(timer)
  }, [isRunning])
  return minutes
}
