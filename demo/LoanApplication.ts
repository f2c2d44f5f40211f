/** Fields of the application form. */
export interface LoanApplication {
  name: string
  /** In rupees, digits only; grouping commas are fine. */
  amount: string
  /** In months. */
  term: string
  employment: string
  employer: string
}

export const emptyApplication: LoanApplication = {
  name: '',
  amount: '',
  term: '24',
  employment: '',
  employer: '',
}

/** Parses the fields of a request. A field that is not a string counts as empty. */
export function toLoanApplication(fields: Readonly<Record<string, unknown>>): LoanApplication {
  const text = (field: keyof LoanApplication) => (typeof fields[field] === 'string' ? fields[field] : '')
  return {
    name: text('name'),
    amount: text('amount'),
    term: text('term'),
    employment: text('employment'),
    employer: text('employer'),
  }
}

export const terms = [12, 24, 36, 60]

export const employments = { salaried: 'Salaried', 'self-employed': 'Self-employed', retired: 'Retired' }

const LEAST = 10_000
const MOST = 40_00_000

const rupees = new Intl.NumberFormat('en-IN', {
  style: 'currency',
  currency: 'INR',
  maximumFractionDigits: 0,
})

/** `950000` -> `₹9,50,000` */
export const inRupees = (amount: number) => rupees.format(amount)

/** Parses an amount. @returns NaN if the text is not a whole number */
export function toAmount(text: string): number {
  const digits = text.replace(/[\s,₹]/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : NaN
}

export type LoanFaults = Partial<Record<keyof LoanApplication, string>>

/** Returns the error messages for the person. The page and the backend make the same check. */
export function faultsOf({ name, amount, term, employment, employer }: LoanApplication): LoanFaults {
  const faults: LoanFaults = {}
  if (name.trim() === '') faults.name = 'Enter your name as on your PAN card.'
  const wanted = toAmount(amount)
  if (!(wanted >= LEAST && wanted <= MOST))
    faults.amount = `Enter an amount from ${inRupees(LEAST)} to ${inRupees(MOST)}, in rupees.`
  if (!terms.includes(Number(term))) faults.term = 'Choose how long you want to repay.'
  if (!Object.hasOwn(employments, employment)) faults.employment = 'Choose how you earn your income.'
  if (employment !== 'retired' && employer.trim() === '')
    faults.employer = 'Enter the name of your employer or business.'
  return faults
}
