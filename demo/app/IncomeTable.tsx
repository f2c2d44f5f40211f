import { useQuery } from '@tanstack/react-query'
import type { IncomeSummary } from '../IncomeSummary.ts'
import { inRupees } from '../LoanApplication.ts'
import { post } from './post.ts'

/** Summary of the returns. The backend reads the returns: the page never gets them. */
export function IncomeTable({ handle }: { handle: string }) {
  const { data, isError, refetch } = useQuery({
    queryKey: ['income', handle],
    queryFn: () => post<IncomeSummary>('/api/itr/summary', { handle }),
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  })

  if (isError)
    return (
      <div role="alert">
        <p>We could not get the summary. We still have your returns.</p>
        <button type="button" className="secondary" onClick={() => void refetch()}>
          Try again
        </button>
      </div>
    )
  if (!data) return <p role="status">Fetching the summary…</p>
  return (
    <table>
      <caption>
        Income tax returns of PAN <span className="code">{data.pan}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Assessment year</th>
          <th scope="col">Form</th>
          <th scope="col" className="amount">
            Gross total income
          </th>
        </tr>
      </thead>
      <tbody>
        {data.years.map(({ assessmentYear, form, income }) => (
          <tr key={`${assessmentYear} ${form}`}>
            <th scope="row">{assessmentYear}</th>
            <td>{form}</td>
            <td className="amount">{inRupees(income)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
