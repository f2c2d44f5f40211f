import { createItrStatusProxy } from 'itr-progress/proxy'
import { describe, expect, it } from 'vitest'
import { createPoll, readJson } from './requests.ts'
import { read } from './pages.ts'
import { readPublicTypes } from './publicTypes.ts'

const page = read('docs/proxy.md')

/** Returns the names in the first column of the table under a heading. */
function namesUnder(heading: string): string[] {
  const [, section = ''] = page.split(`\n${heading}\n`)
  const rows = section.split(/\n#+ /)[0]!.matchAll(/^\| (`[^|]+)\|/gm)
  return [...rows].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)/g)].map(([, name = '']) => name))
}

describe('docs/proxy.md', () => {
  it('has each field of ItrProxyEvent under "The audit trail"', () => {
    const { properties } = readPublicTypes('src/proxy/index.ts').ItrProxyEvent!
    expect(namesUnder('### The audit trail').sort()).toEqual(Object.keys(properties).sort())
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
