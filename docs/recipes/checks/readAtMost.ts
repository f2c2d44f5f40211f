/**
 * Reads the body of a request or response, and counts the bytes as they arrive: `Content-Length` may be wrong.
 *
 * @returns the body as a new Response, for `json()` or `formData()`
 * @throws {RangeError} if the body has more than `limit` bytes
 */
export async function readAtMost(limit: number, { body, headers }: Request | Response): Promise<Response> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  // An error inside the loop also cancels the body.
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw new RangeError(`The body is larger than ${limit} bytes.`)
    chunks.push(chunk)
  }
  return new Response(new Blob(chunks), { headers: { 'Content-Type': headers.get('Content-Type') ?? '' } })
}
