import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { layers } from '../findLayerViolations.ts'
import { pathOf, read } from './pages.ts'

const page = read('docs/architecture.md')

const isEntryPoint = (layer: string) => /^(index|headless)|\/index\./.test(layer)
const names = Object.keys(layers).filter((layer) => !isEntryPoint(layer))

/** 2: a layer may import another one. 1: only its types. 0: nothing. */
const levelOf = (from: string, to: string) => {
  if (layers[from]!.layers.includes(to)) return 2
  return layers[from]!.types?.includes(to) ? 1 : 0
}

/** The allowed imports, except those that follow from two others. */
const edges = names.flatMap((from) =>
  names
    .filter((to) => {
      const level = levelOf(from, to)
      return level > 0 && !names.some((via) => Math.min(levelOf(from, via), levelOf(via, to)) >= level)
    })
    .map((to) => `${from} ${levelOf(from, to) === 2 ? '-->' : '-.->'} ${to}`),
)

describe('docs/architecture.md', () => {
  it('has the allowed imports in its diagram', () => {
    const labels = new Map([...page.matchAll(/^ {2}(\w+)\["(.*)"\]$/gm)].map(([, id, label]) => [id, label]))
    const drawn = [...page.matchAll(/^ {2}(\w+) (-->|-\.->) (\w+)$/gm)].map(
      ([, from, arrow, to]) => `${labels.get(from) ?? from} ${arrow} ${labels.get(to) ?? to}`,
    )
    expect(drawn.sort()).toEqual(edges.sort())
  })

  it('lists the layers', () => {
    const listed = [...page.matchAll(/^\| `(\w+)\/`/gm)].map(([, layer]) => layer)
    expect(listed.sort()).toEqual(names.filter((name) => !name.includes('/')).sort())
  })

  it('names only files that exist', () => {
    const steps = [...page.matchAll(/^\d+\. (.*)$/gm)].map(([, step = '']) => step)
    const files = steps.flatMap((step) =>
      [...step.matchAll(/`([\w/]+\.tsx?)`/g)].map(([, file]) => `src/${file}`),
    )
    expect(files.length).toBeGreaterThanOrEqual(steps.length)
    expect(files.filter((file) => !existsSync(pathOf(file)))).toEqual([])
  })
})
