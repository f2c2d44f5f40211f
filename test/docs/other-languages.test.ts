import { describe, expect, it } from 'vitest'
import { itrFailureCodes } from '../../src/contract/classifyItrFailure.ts'
import { proxyErrors } from '../../src/proxy/errors.ts'
import enveloped from '../fixtures/enveloped-completed.json' with { type: 'json' }
import flat from '../fixtures/flat-processing.json' with { type: 'json' }
import { read } from './pages.ts'

const page = read('docs/other-languages.md')

describe('docs/other-languages.md', () => {
  it('shows the published responses', () => {
    const samples = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, json = '']) => JSON.parse(json))
    expect(samples).toEqual([enveloped, flat])
  })

  it('starts the Python host with the command of its docstring', () => {
    const [command] = /FINPASS_BASE_URL=.* python3 /.exec(page)!
    expect(read('docs/recipes/python/server.py')).toContain(`    ${command}server.py\n`)
  })

  it('lists the failure codes in the order of their precedence', () => {
    const section = /## Failure codes\n(.*?)\n## /s.exec(page)![1]!
    expect([...section.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code)).toEqual(itrFailureCodes)
  })

  it('names each error code with its HTTP status', () => {
    for (const [code, [status]] of Object.entries(proxyErrors)) {
      // Only our own proxy has a line of calls, and notices that a caller has left.
      if (code !== 'overloaded' && code !== 'aborted') expect(page).toContain(`${status} \`${code}\``)
    }
  })
})
