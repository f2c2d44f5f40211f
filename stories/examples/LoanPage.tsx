import type { ReactNode } from 'react'
import './host.css'

/** A page of a lender with the widget. */
export function LoanPage({ children }: { children: ReactNode }) {
  return (
    <div className="loan">
      <h1>Apply for a home loan</h1>
      <p>Step 2 of 4. Fill in the form while we fetch your income tax returns.</p>
      <div className="columns">
        <div className="form">
          <label>
            Loan amount
            <input inputMode="numeric" defaultValue="45,00,000" />
          </label>
          <label>
            Term
            <select defaultValue="20 years">
              <option>10 years</option>
              <option>20 years</option>
            </select>
          </label>
          <label>
            City of the property
            <input defaultValue="Pune" />
          </label>
        </div>
        {children}
      </div>
    </div>
  )
}
