import { ItrProgress } from 'itr-progress'
import { Fragment, Suspense } from 'react'

const Boundary = process.env.WITHOUT_SUSPENSE ? Fragment : Suspense

/** A page that `next build` prerenders. */
export default function Page() {
  return (
    <Boundary>
      <ItrProgress jobId="handle" proxyUrl="/api/itr/status" />
    </Boundary>
  )
}
