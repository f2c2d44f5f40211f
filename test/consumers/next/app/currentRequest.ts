import { headers } from 'next/headers'

/** What a server component and a server action know of the request that they are in: enough to tell whose it is. */
export const currentRequest = async () => new Request('http://localhost', { headers: await headers() })
