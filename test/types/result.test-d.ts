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
export function narrows(result: ItrJobStatusResult) {
  switch (result.phase) {
    case 'idle':
      expectTypeOf(result.job).toEqualTypeOf<undefined>()
      expectTypeOf(result.error).toEqualTypeOf<null>()
      break
    case 'connecting':
      expectTypeOf(result.job).toEqualTypeOf<undefined>()
      expectTypeOf(result.error).toEqualTypeOf<ItrStatusError | null>()
      break
    case 'initiated':
    case 'processing':
      expectTypeOf(result.job).toEqualTypeOf<ItrJob>()
      expectTypeOf(result.error).toEqualTypeOf<ItrStatusError | null>()
      break
    case 'completed':
    case 'failed':
      expectTypeOf(result.job).toEqualTypeOf<ItrJob>()
      expectTypeOf(result.error).toEqualTypeOf<null>()
      break
    case 'timed-out':
      expectTypeOf(result.job).toEqualTypeOf<ItrJob | undefined>()
      expectTypeOf(result.error).toEqualTypeOf<ItrStatusError | null>()
      break
    case 'error':
      expectTypeOf(result.job).toEqualTypeOf<ItrJob | undefined>()
      expectTypeOf(result.error).toEqualTypeOf<ItrStatusError>()
      break
    default:
      expectTypeOf(result).toEqualTypeOf<never>()
  }
  expectTypeOf(result.retry).toEqualTypeOf<() => void>()
  expectTypeOf(result.connection).toEqualTypeOf<'ok' | 'reconnecting' | 'offline'>()
  expectTypeOf(result.startedAt).toEqualTypeOf<number | null>()
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
