import { createItrStatusProxy } from 'itr-progress/proxy'
import { describe, expect, it } from 'vitest'
import { createPoll, readJson } from './requests.ts'
import { read } from './pages.ts'

const page = read('docs/proxy.md')

/** Returns the names in the first column of the table under a heading. */
function namesUnder(heading: string): string[] {
  const [, section = ''] = page.split(`\n${heading}\n`)
  const rows = section.split(/\n#+ /)[0]!.matchAll(/^\| (`[^|]+)\|/gm)
  return [...rows].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)/g)].map(([, name = '']) => name))
}

/** Returns the fields of an interface, read from its source. */
const fieldsOf = (file: string, name: string) => {
  const body = new RegExp(String.raw`interface ${name}[^{]*\{(.*?)^\}`, 'ms').exec(read(file))![1]!
  return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, field = '']) => field)
}

describe('docs/proxy.md', () => {
  it.each([
    ['## Options', 'ItrStatusProxyOptions'],
    ['### The audit trail', 'ItrProxyEvent'],
  ])('has under "%s" each field of %s', (heading, name) => {
    const fields = fieldsOf('src/proxy/types.ts', name)
    expect(fields.length).toBeGreaterThan(5)
    expect(namesUnder(heading).sort()).toEqual(fields.sort())
  })

  it('has each field and header of a response', async () => {
    const proxy = createItrStatusProxy({
      apiKey: 'key',
      apiSecret: 'secret',
      resolveJob: () => 'itr_1',
      upstream: async () => Response.json({ job_id: 'itr_1', status: 'processing' }),
      exposeReportUrl: true,
    })
    const response = await proxy(createPoll('handle', ''))
    for (const [name, value] of response.headers)
      expect(page.toLowerCase()).toContain(`\`${name}: ${value}\``.toLowerCase())
    const { body } = await readJson(response)
    expect(namesUnder('## Responses')).toEqual(expect.arrayContaining(Object.keys(body)))
  })
})
