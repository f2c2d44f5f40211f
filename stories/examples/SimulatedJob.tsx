import { onlineManager, QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ItrProgress, type ItrJobStatusOptions, type ItrProgressBaseProps } from '../../src/index.ts'
import { createItrSimulator, itrProxyFetch, type ItrScenarioName } from '../../src/testing/index.ts'
import { createNetwork } from './createNetwork.ts'
import type { Fault } from './faults.ts'

export interface SimulatedJobProps extends ItrProgressBaseProps, Partial<ItrJobStatusOptions> {
  scenario?: ItrScenarioName
  /** How many times faster than a real job it runs. The intervals are divided by it. */
  speed?: number
  /** The current fault of the network. */
  fault?: Fault
}

/**
 * A simulated job: the hook, our proxy and a simulated ITR Analyzer. A new mount starts a new job. A fault may change while the
 * job runs.
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
      {...withoutEmpty(props)}
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

/** Removes the values of cleared controls, which would override the defaults. */
const withoutEmpty = <T extends object>(props: T) =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined && value !== '')) as T
