import { useQueries, useQuery, type QueryClient } from '@tanstack/react-query'
import { expectTypeOf } from 'vitest'
import {
  itrJobStatusOptions,
  useItrJobStatus,
  type ItrJob,
  type ItrJobStatusOptions,
  type ItrJobStatusResult,
  type ItrStatusError,
} from '../../src/index.ts'

// A switch over the phase is exhaustive and narrows job and error. Compiled by `npm run typecheck`, never run.
export function narrows(itr: ItrJobStatusResult) {
  switch (itr.phase) {
    case 'idle':
      expectTypeOf(itr.job).toEqualTypeOf<undefined>()
      expectTypeOf(itr.error).toEqualTypeOf<null>()
      break
    case 'connecting':
      expectTypeOf(itr.job).toEqualTypeOf<undefined>()
      expectTypeOf(itr.error).toEqualTypeOf<ItrStatusError | null>()
      break
    case 'initiated':
    case 'processing':
      expectTypeOf(itr.job).toEqualTypeOf<ItrJob>()
      expectTypeOf(itr.error).toEqualTypeOf<ItrStatusError | null>()
      break
    case 'completed':
    case 'failed':
      expectTypeOf(itr.job).toEqualTypeOf<ItrJob>()
      expectTypeOf(itr.error).toEqualTypeOf<null>()
      break
    case 'timed-out':
      expectTypeOf(itr.job).toEqualTypeOf<ItrJob | undefined>()
      expectTypeOf(itr.error).toEqualTypeOf<ItrStatusError | null>()
      break
    case 'error':
      expectTypeOf(itr.job).toEqualTypeOf<ItrJob | undefined>()
      expectTypeOf(itr.error).toEqualTypeOf<ItrStatusError>()
      break
    default:
      expectTypeOf(itr).toEqualTypeOf<never>()
  }
  expectTypeOf(itr.retry).toEqualTypeOf<() => void>()
  expectTypeOf(itr.connection).toEqualTypeOf<'ok' | 'reconnecting' | 'offline'>()
  expectTypeOf(itr.startedAt).toEqualTypeOf<number | null>()
}

export function accepts(client: QueryClient) {
  expectTypeOf(useItrJobStatus).parameter(0).toEqualTypeOf<ItrJobStatusOptions>()
  useItrJobStatus({ jobId: null })
  useItrJobStatus({
    jobId: 'x',
    proxyUrl: new URL('https://host.example'),
    headers: async () => [['a', 'b']],
  })
  // @ts-expect-error jobId must be said, even where there is none
  useItrJobStatus({})
  // @ts-expect-error a status is not an option
  useItrJobStatus({ jobId: 'x', status: 'completed' })

  const options = itrJobStatusOptions({ jobId: 'x', proxyUrl: '/api' })
  expectTypeOf(useQuery(options).data).toEqualTypeOf<ItrJob | undefined>()
  expectTypeOf(useQuery(options).error).toEqualTypeOf<ItrStatusError | null>()
  expectTypeOf(useQueries({ queries: [options] })[0].data).toEqualTypeOf<ItrJob | undefined>()
  expectTypeOf(client.fetchQuery(options)).resolves.toEqualTypeOf<ItrJob>()
  void client.prefetchQuery(options)
  void client.ensureQueryData(options)
}
