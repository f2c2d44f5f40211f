import {
  employments,
  inRupees,
  terms,
  toAmount,
  type LoanApplication,
  type LoanFaults,
} from '../LoanApplication.ts'
import { Field } from './Field.tsx'

interface ApplicationFieldsProps {
  application: LoanApplication
  onChange: (change: Partial<LoanApplication>) => void
  faults: LoanFaults
}

export function ApplicationFields({ application, onChange, faults }: ApplicationFieldsProps) {
  const { name, amount, term, employment, employer } = application
  return (
    <>
      <Field label="Full name" hint="As on your PAN card" fault={faults.name}>
        {(attributes) => (
          <input
            {...attributes}
            autoComplete="name"
            value={name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="columns">
        <Field
          label="Loan amount"
          hint={toAmount(amount) > 0 ? inRupees(toAmount(amount)) : 'In rupees'}
          fault={faults.amount}
        >
          {(attributes) => (
            <input
              {...attributes}
              inputMode="numeric"
              autoComplete="off"
              value={amount}
              onChange={(event) => onChange({ amount: event.target.value })}
            />
          )}
        </Field>
        <Field label="Repay over" hint="In equal monthly instalments" fault={faults.term}>
          {(attributes) => (
            <select {...attributes} value={term} onChange={(event) => onChange({ term: event.target.value })}>
              {terms.map((months) => (
                <option key={months} value={months}>
                  {months} months
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Employment" fault={faults.employment}>
          {(attributes) => (
            <select
              {...attributes}
              value={employment}
              onChange={(event) => onChange({ employment: event.target.value })}
            >
              <option value="">Choose one</option>
              {Object.entries(employments).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {employment !== 'retired' && (
          <Field label="Employer or business" fault={faults.employer}>
            {(attributes) => (
              <input
                {...attributes}
                autoComplete="organization"
                value={employer}
                onChange={(event) => onChange({ employer: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
    </>
  )
}
