'use server'

import { cookies } from 'next/headers'

/** Deletes the handle. Next.js then renders the page again, with the form that starts a job. */
export async function forgetJob() {
  const store = await cookies()
  store.delete('itr_handle')
}
