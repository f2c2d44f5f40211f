import type { IncomeSummary } from '../IncomeSummary.ts'

/** Returns the fields of `/data` that the page shows. A field of a wrong type counts as empty. */
export function toIncomeSummary({ pan, itr_records }: Record<string, unknown>): IncomeSummary {
  return {
    pan: maskPan(text(pan)),
    years: (Array.isArray(itr_records) ? itr_records : []).map((record: unknown) => {
      const { assessment_year, itr_type, gross_total_income } = Object(record) as Record<string, unknown>
      return {
        assessmentYear: text(assessment_year),
        form: text(itr_type),
        income: typeof gross_total_income === 'number' ? gross_total_income : 0,
      }
    }),
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Masks a PAN as the vendor does: `ABCDE1234F` -> `ABCDE****F` */
const maskPan = (pan: string) => pan.toUpperCase().replace(/\d/g, '*')
