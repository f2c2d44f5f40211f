import { headers } from 'next/headers'

/** The current request with its headers, for server components and actions, which get no Request object. */
export const currentRequest = async () => new Request('http://localhost', { headers: await headers() })
