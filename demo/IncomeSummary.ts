/** Part of the returns that the page shows. The backend sends nothing else of them. */
export interface IncomeSummary {
  /** Masked. */
  pan: string
  years: { assessmentYear: string; form: string; income: number }[]
}
