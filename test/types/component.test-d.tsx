import { expectTypeOf } from 'vitest'
import { ItrProgress, useItrView, type ItrJobStatusResult, type ItrView } from '../../src/index.ts'

// Compiled by `npm run typecheck`, never run.
export function Page({ result }: { result: ItrJobStatusResult }) {
  const view = useItrView(result, { steps: ['a'], locale: 'en-IN', actions: { onRestart: () => {} } })
  expectTypeOf(view).toEqualTypeOf<ItrView>()
  expectTypeOf(view.progress).toEqualTypeOf<{ done: number; total: number } | null>()
  expectTypeOf(view.dir).toEqualTypeOf<'ltr' | 'rtl'>()

  return (
    <>
      <ItrProgress jobId={null} proxyUrl="/api" onCompleted={() => {}} steps={['a']} name="itr" />
      <ItrProgress result={result} onAlternative={(job) => job?.reference} title="t" />
      {/* @ts-expect-error a result excludes the options of the hook */}
      <ItrProgress result={result} jobId="j" />
      {/* @ts-expect-error a result excludes the options of the hook */}
      <ItrProgress result={result} onCompleted={() => {}} />
      {/* @ts-expect-error jobId is required without a result, even if there is none yet */}
      <ItrProgress proxyUrl="/api" />
    </>
  )
}
