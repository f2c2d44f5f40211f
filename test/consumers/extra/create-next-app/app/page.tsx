import { ItrProgress } from 'itr-progress'
import 'itr-progress/styles.css'
import { Suspense } from 'react'
import { issueHandle } from '../lib/itr'
import styles from './page.module.css'

/** Shows the widget in the body, and in the page of the template. */
export default function Home({ searchParams }: PageProps<'/'>) {
  const verification = (
    <Suspense>
      <TaxReturns searchParams={searchParams} />
    </Suspense>
  )
  return (
    <>
      {verification}
      <div className={styles.page}>
        <main className={styles.main}>{verification}</main>
      </div>
    </>
  )
}

async function TaxReturns({ searchParams }: Pick<PageProps<'/'>, 'searchParams'>) {
  const handle = await issueHandle(String((await searchParams).job))
  return <ItrProgress jobId={handle} proxyUrl="/api/itr/status" />
}
