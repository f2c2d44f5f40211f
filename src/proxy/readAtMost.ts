/**
 * The text of a body, or null as soon as it has more than `limit` bytes: counted as they come, since a header may lie.
 * What is not wanted any more is cancelled.
 *
 * @throws whatever breaks the body off, and the signal's reason once that is aborted.
 */
export async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  if (!body) return ''
  const reader = body.getReader()
  const cancel = () => void reader.cancel().catch(() => undefined)
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel)
  try {
    const decoder = new TextDecoder()
    let text = ''
    let size = 0
    for (;;) {
      const { done, value } = await reader.read()
      // A cancelled body ends like a whole one.
      signal?.throwIfAborted()
      if (done) return text + decoder.decode()
      size += value.byteLength
      if (size > limit) {
        cancel()
        return null
      }
      text += decoder.decode(value, { stream: true })
    }
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}
