import { itrScenarios } from 'itr-progress/testing'
import { describe, expect, it } from 'vitest'
import { read } from './pages.ts'

const rows = new Map(
  [...read('docs/testing.md').matchAll(/^\| `(\w+)` +\| (.+?) +\|$/gm)].map(([, name, course]) => [
    name,
    course,
  ]),
)

describe('docs/testing.md', () => {
  it('lists every scenario', () => {
    expect([...rows.keys()]).toEqual(Object.keys(itrScenarios))
  })

  it.each(Object.entries(itrScenarios))('has the end of the scenario %s', (name, { ending }) => {
    const verb = ending?.status === 'completed' ? 'completes' : 'fails'
    expect(rows.get(name)).toContain(ending ? `${verb} after ${ending.at / 1000} s` : 'never ends')
  })
})
