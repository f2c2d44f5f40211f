/** The host's own: what it has to keep. A stand-in for your database and your audit log. */
export const consents: { user: string; notice: string; at: string }[] = []

export const applications: { user: string; amount: number; name: string; income: number | null }[] = []

export const auditLog: object[] = []
