export const ORIGIN = 'https://app.example.com'

/** Returns the request that the widget sends from a page of the host. */
export const createPoll = (handle: string, cookie: string): Request =>
  new Request(`${ORIGIN}/api/itr/status`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
    body: JSON.stringify({ job_id: handle }),
  })

/** Returns the status and the JSON body of a response. */
export async function readJson(pending: Response | Promise<Response>) {
  const response = await pending
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** Returns the handle with one character changed. */
export const forge = (handle: string): string => {
  const middle = Math.floor(handle.length / 2)
  return handle.slice(0, middle) + (handle[middle] === 'A' ? 'B' : 'A') + handle.slice(middle + 1)
}
