import { expectTypeOf } from 'vitest'
import {
  ItrProgress,
  ItrProgressHeading,
  ItrProgressRetry,
  useItrView,
  type ItrJobStatusResult,
  type ItrView,
} from '../../src/index.ts'

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
      <ItrProgressHeading render={({ children, ...props }) => <h3 {...props}>{children}</h3>} />
      <ItrProgressRetry
        render={({ ref, onClick, children }) => (
          <button type="button" ref={ref} onClick={onClick}>
            {children}
          </button>
        )}
      />
      {/* @ts-expect-error a result excludes the options of the hook */}
      <ItrProgress result={result} jobId="j" />
      {/* @ts-expect-error a result excludes the options of the hook */}
      <ItrProgress result={result} onCompleted={() => {}} />
      {/* @ts-expect-error jobId is required without a result, even if there is none yet */}
      <ItrProgress proxyUrl="/api" />
    </>
  )
}
