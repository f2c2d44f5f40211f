/** Limit of an upstream response: 256 KB. A real one has about 1 KB. */
export const RESPONSE_LIMIT_BYTES = 262_144

/**
 * Reads a body as text. Returns null, and cancels the body, once it has more than `limit` bytes. The bytes are counted as they
 * arrive, since a missing or wrong `Content-Length` must not matter.
 *
 * @param signal must belong to one request: its listener stays
 * @throws the error of a body that breaks off, or the reason of `signal` after an abort
 */
export async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  signal: AbortSignal,
): Promise<string | null> {
  if (!body) return ''
  const reader = body.getReader()
  const cancel = () => void reader.cancel().catch(() => undefined)
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel)
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    // A cancelled body also ends with `done`.
    signal.throwIfAborted()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > limit) {
      cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
