import { useEffect, useMemo, useState } from 'react'
import { ItrProgress } from '../../../src/index.ts'
import { itrScenarios, type ItrScenarioName } from '../../../src/testing/index.ts'
import { createTranslator } from '../../../src/view/createTranslator.ts'
import { dictionaryOf } from '../../languages.ts'
import { usualPlan } from '../../plans.ts'
import { formatTime } from './formatTime.ts'
import { replayJob, type Check, type ReplayCourse } from './replayJob.ts'
import './timeline.css'
import { Track } from './Track.tsx'
import { viewAt } from './viewAt.ts'

export interface TimelinePageProps {
  scenario?: ItrScenarioName
  /** Whether the host passes `steps`. */
  hasPlan?: boolean
  /** Language code of the widget. */
  language?: string
  /** The first second to show. */
  second?: number
  /** Seconds. */
  timeout?: number
  /** `interval`, in seconds. */
  shortestWait?: number
  longestWait?: number
  /** Duration of a request, in seconds. */
  latency?: number
  absence?: 'none' | 'offline' | 'hidden'
  /** Start and end of the absence, in seconds. */
  absentFrom?: number
  absentUntil?: number
}

/** Shows a simulated job at any second: the widget, the announcements and the requests so far. */
export function TimelinePage({
  scenario = 'happy',
  hasPlan = false,
  language = 'en',
  second = 0,
  timeout = 240,
  shortestWait = 5,
  longestWait = 10,
  latency = 0.3,
  absence = 'none',
  absentFrom = 20,
  absentUntil = 60,
}: TimelinePageProps) {
  const course = useMemo(
    (): ReplayCourse => ({
      scenario: itrScenarios[scenario],
      interval: { min: shortestWait * 1000, max: Math.max(shortestWait, longestWait) * 1000 },
      timeout: timeout * 1000,
      typicalDuration: { min: 30_000, max: 90_000 },
      latency: latency * 1000,
      absence:
        absence === 'none'
          ? null
          : { from: absentFrom * 1000, until: absentUntil * 1000, isOffline: absence === 'offline' },
    }),
    [scenario, shortestWait, longestWait, timeout, latency, absence, absentFrom, absentUntil],
  )
  const checks = useReplay(course)
  const [at, setAt] = useState(second * 1000)

  if (!checks) return null
  const dictionary = dictionaryOf(language)
  const plan = hasPlan ? usualPlan : []
  const end = Math.ceil((checks.at(-1)!.settledAt + 10_000) / 1000) * 1000
  const now = Math.min(at, end)
  const { result, requests, announcements } = viewAt(
    now,
    checks,
    course,
    plan,
    createTranslator([dictionary]),
  )
  const changes = [0, ...checks.map(({ settledAt }) => settledAt)]
  const earlier = changes.filter((change) => change < now).at(-1)
  const later = changes.find((change) => change > now)

  return (
    <div className="timeline">
      <div className="transport">
        <output className="clock">{formatTime(now)}</output>
        <button type="button" disabled={earlier === undefined} onClick={() => setAt(earlier!)}>
          Previous response
        </button>
        <button type="button" disabled={later === undefined} onClick={() => setAt(later!)}>
          Next response
        </button>
        <dl className="facts">
          <Fact name="phase" value={result.phase} />
          <Fact name="connection" value={result.connection} />
          <Fact name="isPolling" value={String(result.isPolling)} />
          <Fact name="isDelayed" value={String(result.isDelayed)} />
        </dl>
      </div>
      <Track at={now} end={end} checks={checks} course={course} onMove={setAt} />
      <div className="panes">
        <section aria-label="Widget">
          <ItrProgress
            result={result}
            steps={plan}
            messages={dictionary}
            onRestart={() => {}}
            onAlternative={() => {}}
          />
        </section>
        <section>
          <h3>Announcements so far</h3>
          {announcements.length === 0 ? (
            <p className="nothing">Nothing yet.</p>
          ) : (
            <ol lang={dictionary.lang} dir={dictionary.dir}>
              {announcements.map((announcement) => (
                <li key={announcement.at}>
                  <time>{formatTime(announcement.at)}</time>
                  <q>{announcement.text}</q>
                </li>
              ))}
            </ol>
          )}
        </section>
        <section>
          <h3>Requests so far: {requests.length}</h3>
          <ol>
            {requests.map((request) => (
              <li key={request.sentAt} data-outcome={request.isAnswered ? 'answered' : 'failed'}>
                <time>{formatTime(request.sentAt)}</time>
                <span>{request.settledAt <= now ? outcomeOf(request) : 'in flight'}</span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </div>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

const outcomeOf = ({ outcome, job, isAnswered, record }: Check) =>
  [outcome, isAnswered ? job?.currentStep : record.error?.kind].filter(Boolean).join(', ')

/** Returns the replay of a course. It takes some milliseconds, independent of the duration of the job. */
function useReplay(course: ReplayCourse): readonly Check[] | undefined {
  const [checks, setChecks] = useState<readonly Check[]>()
  useEffect(() => {
    let isWanted = true
    void replayJob(course).then((made) => isWanted && setChecks(made))
    return () => {
      isWanted = false
    }
  }, [course])
  return checks
}
