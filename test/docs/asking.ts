export const ORIGIN = 'https://app.example.com'

/** What the widget on a page of the host's own sends. */
export const question = (handle: string, cookie: string): Request =>
  new Request(`${ORIGIN}/api/itr/status`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
    body: JSON.stringify({ job_id: handle }),
  })

export interface Said {
  status: number
  body: Record<string, unknown>
}

export const said = async (answer: Response | Promise<Response>): Promise<Said> => {
  const response = await answer
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** As another person, who has changed one character, would say it. */
export const forged = (handle: string): string => {
  const middle = Math.floor(handle.length / 2)
  return handle.slice(0, middle) + (handle[middle] === 'A' ? 'B' : 'A') + handle.slice(middle + 1)
}
