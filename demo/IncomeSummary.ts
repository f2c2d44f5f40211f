/** What the backend tells the page of a verified return: no more than the page shows. */
export interface IncomeSummary {
  /** Masked. */
  pan: string
  years: { assessmentYear: string; form: string; income: number }[]
}
