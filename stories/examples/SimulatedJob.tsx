import { onlineManager, QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ItrProgress, type ItrJobStatusOptions, type ItrProgressBaseProps } from '../../src/index.ts'
import { createItrSimulator, itrProxyFetch, type ItrScenarioName } from '../../src/testing/index.ts'
import { createNetwork } from './createNetwork.ts'
import type { Fault } from './faults.ts'

export interface SimulatedJobProps extends ItrProgressBaseProps, Partial<ItrJobStatusOptions> {
  scenario?: ItrScenarioName
  /** How many times faster than in life the job runs, and is asked about. */
  speed?: number
  /** What goes wrong on the way to it, from now on. */
  fault?: Fault
}

/**
 * A simulated job behind our own proxy, watched by the real hook. Everything is made when it mounts, so a replay begins anew; a
 * fault comes and goes while it runs.
 */
export function SimulatedJob({
  scenario = 'happy',
  speed = 6,
  fault = 'none',
  onRestart,
  ...props
}: SimulatedJobProps) {
  const [network] = useState(createNetwork)
  const start = () => {
    const simulator = createItrSimulator({ scenario, speed, latency: 300 / speed })
    return {
      jobId: simulator.start(),
      fetch: network.through(itrProxyFetch(simulator)),
      queryClient: new QueryClient(),
    }
  }
  const [job, setJob] = useState(start)

  useEffect(() => {
    network.setFault(fault)
    if (fault !== 'offline') return
    onlineManager.setOnline(false)
    return () => onlineManager.setOnline(true)
  }, [network, fault])

  return (
    <ItrProgress
      proxyUrl="/api/itr/status"
      interval={{ min: 5_000 / speed, max: 10_000 / speed }}
      timeout={240_000 / speed}
      requestTimeout={15_000 / speed}
      {...job}
      {...onlySaid(props)}
      onRestart={
        onRestart &&
        ((failed) => {
          onRestart(failed)
          setJob(start())
        })
      }
    />
  )
}

/** Without what a cleared control leaves behind, which would hide the defaults above. */
const onlySaid = <T extends object>(props: T) =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined && value !== '')) as T
