import { ItrStatusError } from 'itr-progress'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { describe, expect, it } from 'vitest'
import { createPoll } from './requests.ts'
import { anchorsOf, read } from './pages.ts'

// Types do not exist at run time, so the codes are read from the source.
const proxyCodes = [...read('src/proxy/errors.ts').matchAll(/^ {2}(\w+): \[(\d{3}),/gm)].map(
  ([, code = '', status = '']) => ({ code, status }),
)
const hookCodes = [
  .../export type ItrErrorCode =([^\n]+)/
    .exec(read('src/contract/ItrStatusError.ts'))![1]!
    .matchAll(/'(\w+)'/g),
].map(([, code = '']) => code)

const errors = read('docs/errors.md')
const explained = [...errors.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading)

/** Returns the text between the heading of a code and the next heading. */
const sectionOf = (code: string) =>
  new RegExp(String.raw`^### ${code}\n(.*?)(?=^##|(?![\s\S]))`, 'ms').exec(errors)?.[1] ?? ''

describe('docs/errors.md', () => {
  it('explains each code of the proxy and the hook once: meaning, cause and fix', () => {
    expect(proxyCodes.length + hookCodes.length).toBeGreaterThan(15)
    expect([...explained].sort()).toEqual([...proxyCodes.map(({ code }) => code), ...hookCodes].sort())
    for (const code of explained)
      expect([code, sectionOf(code)]).toEqual([
        code,
        expect.stringMatching(/^\n[^-\n].+\n\n- \*\*Cause\*\*: .+\n- \*\*Fix\*\*: .+/),
      ])
  })

  it('has the HTTP status of each code of the proxy', () => {
    for (const { code, status } of proxyCodes)
      expect(sectionOf(code)).toMatch(new RegExp(String.raw`^\n${status}\. `))
  })

  it('has the anchors that error messages link to', async () => {
    const proxy = createItrStatusProxy({ apiKey: 'key', apiSecret: 'secret', resolveJob: () => null })
    const { message } = (await (await proxy(createPoll('handle', ''))).json()) as { message: string }
    expect(message).toContain('docs/errors.md#not_found')
    expect(new ItrStatusError('http', 'permanent', { status: 404 }).message).toContain('docs/errors.md#http')
    expect(anchorsOf('docs/errors.md')).toEqual(expect.arrayContaining(explained))
  })
})
