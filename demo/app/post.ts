import { recordingFetch } from './exchanges.ts'

/** Error response of our backend. Status 0: no response. */
export class PostError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status} ${code}`)
  }
}

/**
 * Posts JSON to a route of our backend.
 *
 * @throws {PostError}
 */
export async function post<T>(path: string, body: object): Promise<T> {
  const response = await recordingFetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new PostError(0, 'unreachable')
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as T
  throw new PostError(response.status, String((Object(answer) as { error_code?: unknown }).error_code))
}
