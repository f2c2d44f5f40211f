import { statusAt } from './statusAt.mjs'

/** Duration of a request, in ms. */
const LATENCY = 300

const openedAt = Date.now()

export let requests = 0

/** Stands in for `fetch`: the proxy's response without a network. */
export async function answerJob(_: unknown, init?: RequestInit): Promise<Response> {
  requests++
  await new Promise((resolve) => setTimeout(resolve, LATENCY))
  const { job_id } = JSON.parse(init?.body as string) as { job_id: string }
  return Response.json(statusAt(job_id, { openedAt, now: Date.now() }))
}

const networkFetch = window.fetch.bind(window)

/** A request over loopback, after the same latency. The headers tell the server the page's virtual time. */
export async function fetchOverLoopback(url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  requests++
  await new Promise((resolve) => setTimeout(resolve, LATENCY))
  const headers = new Headers(init?.headers)
  headers.set('x-opened-at', `${openedAt}`)
  headers.set('x-now', `${Date.now()}`)
  return networkFetch(url, { ...init, headers })
}
