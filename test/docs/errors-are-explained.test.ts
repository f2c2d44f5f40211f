import { ItrStatusError } from 'itr-progress'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { describe, expect, it } from 'vitest'
import { question } from './asking.ts'
import { anchorsOf, read } from './pages.ts'

/** The types are gone at run time, so the codes are read where they are written. */
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

/** What stands under a code, up to the next heading. */
const sectionOf = (code: string) =>
  new RegExp(String.raw`^### ${code}\n(.*?)(?=^##|(?![\s\S]))`, 'ms').exec(errors)?.[1] ?? ''

describe('docs/errors.md', () => {
  it('explains every code of the proxy and the hook once, and no other', () => {
    expect(proxyCodes.length + hookCodes.length).toBeGreaterThan(15)
    expect([...explained].sort()).toEqual([...proxyCodes.map(({ code }) => code), ...hookCodes].sort())
    expect(anchorsOf('docs/errors.md')).toEqual(expect.arrayContaining(explained))
  })

  it.each(explained)('says of %s what it means, where it comes from and what to do', (code) => {
    expect(sectionOf(code)).toMatch(/^\n[^-\n].+\n\n- \*\*Cause\*\*: .+\n- \*\*Fix\*\*: .+/)
  })

  it.each(proxyCodes)('gives $code its status, $status', ({ code, status }) => {
    expect(sectionOf(code)).toMatch(new RegExp(String.raw`^\n${status}\. `))
    expect(read('docs/proxy.md')).toMatch(new RegExp(String.raw`^\| ${status} .*errors\.md#${code}\)`, 'm'))
  })

  it('is where the messages of the package lead', async () => {
    const proxy = createItrStatusProxy({ apiKey: 'key', apiSecret: 'secret', resolveJob: () => null })
    const { message } = (await (await proxy(question('handle', ''))).json()) as { message: string }
    for (const [said, code] of [
      [message, 'not_found'],
      [new ItrStatusError('http', 'permanent', { status: 404 }).message, 'http'],
    ] as const)
      expect(said).toContain(`docs/errors.md#${code}`)
  })
})
