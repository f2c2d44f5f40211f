import { ItrProgress } from 'itr-progress'

interface PageProps {
  searchParams: Promise<{ verification?: string }>
}

/** A server component: it has the handle from the host's own records, here from the address. */
export default async function Page({ searchParams }: PageProps) {
  const { verification } = await searchParams
  return (
    <main>
      <h1>Loan application</h1>
      <ItrProgress jobId={verification} proxyUrl="/api/itr/status" />
    </main>
  )
}
