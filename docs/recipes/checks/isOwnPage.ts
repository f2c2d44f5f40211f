import { requireEnv } from './requireEnv.ts'

/** Whether a page of your app sent the request, and not another site with the cookies of a signed-in person (CSRF). */
export const isOwnPage = ({ headers }: Request): boolean =>
  headers.get('Sec-Fetch-Site') === 'same-origin' || headers.get('Origin') === requireEnv('APP_ORIGIN')
