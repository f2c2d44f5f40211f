// This file stands for your database and your audit log.

/** Applicants by user id. The PAN comes from your own KYC, in upper case. */
export const applicants = new Map<string, { pan: string }>()

export const consents: { user: string; notice: string; at: string }[] = []

export const applications: { user: string; amount: number; name: string; income: number | null }[] = []

export const auditLog: object[] = []
