/** One row of a table in your database. This file stands for that table and the three queries that the recipes need. */
export interface ItrJobRow {
  /** Primary key: 128 random bits. The browser gets only this. */
  handle: string
  user: string
  /** Raw job id of the upstream. */
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
