/** The host's own: what it knows, and what it has to keep. A stand-in for your database and your audit log. */

/** By user. The PAN is the one of your own KYC, in upper case. */
export const applicants = new Map<string, { pan: string }>()

export const consents: { user: string; notice: string; at: string }[] = []

export const applications: { user: string; amount: number; name: string; income: number | null }[] = []

export const auditLog: object[] = []
