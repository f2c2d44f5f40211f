/** The host's own: a table of its database. A stand-in with the three queries that the recipes need. */
export interface ItrJobRow {
  /** 128 random bits: the primary key, and all that the browser gets. */
  handle: string
  user: string
  /** The upstream's id. */
  jobId: string
  expiresAt: Date
}

const rows = new Map<string, ItrJobRow>()

export const itrJobs = {
  async insert(row: ItrJobRow): Promise<void> {
    rows.set(row.handle, row)
  },
  /** `select … where handle = $1 and "user" = $2 and expires_at > now()` */
  async find(handle: string, user: string): Promise<ItrJobRow | null> {
    const row = rows.get(handle)
    return row && row.user === user && row.expiresAt > new Date() ? row : null
  },
  async delete(handle: string, user: string): Promise<void> {
    if (rows.get(handle)?.user === user) rows.delete(handle)
  },
}
