import { Readable } from 'node:stream'
import { createRoutes } from './createRoutes.ts'
import { describeStatusProxy } from './describeStatusProxy.ts'
import { hostDifferences } from './hostDifferences.ts'
import type { Question } from './StatusHost.ts'

describeStatusProxy({
  name: 'no host at all, as a function',
  differences: hostDifferences.function,
  start: async (settings) => {
    const { route } = createRoutes(settings)
    const origin = 'http://app.example.com'
    return {
      origin,
      ask: async (path, question) => route(toRequest(new URL(path, origin), question)),
      stop: async () => undefined,
    }
  },
})

function toRequest(url: URL, { method = 'POST', headers = {}, body = null, signal }: Question): Request {
  const host = headers.Host
  if (typeof host === 'string') url.host = host
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((line): [string, string] => [name, line]),
  )
  return new Request(url, {
    method,
    headers: sent,
    body: body === null || typeof body === 'string' ? body : Readable.toWeb(Readable.from(body)),
    duplex: 'half',
    ...(signal && { signal }),
  } as RequestInit)
}
