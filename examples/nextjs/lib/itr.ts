import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'
import { userOf } from '../applicants'

/** Reads a variable at request time: `next build` imports the routes but has no secrets. */
export const env = (name: string) => process.env[name] ?? ''

export const baseUrl = process.env.FINPASS_BASE_URL ?? 'https://api.finpass.ai/api/v1'

/** Encrypts job ids for the browser, bound to the user. */
export const handles = createItrJobHandles({
  secrets: () => env('ITR_HANDLE_SECRETS').split(','),
  ttl: 60 * 60_000,
})

export const itrStatusProxy = createItrStatusProxy({
  apiKey: () => env('FINPASS_API_KEY'),
  apiSecret: () => env('FINPASS_API_SECRET'),
  baseUrl,
  // One call per job in this time, in ms. Only a simulated upstream may be called more often than every 5 s.
  minUpstreamInterval: process.env.FINPASS_BASE_URL ? 100 : 5000,
  resolveJob(handle, request) {
    const user = userOf(request.headers.get('Cookie'))
    return user && handles.open(handle, user)
  },
})
