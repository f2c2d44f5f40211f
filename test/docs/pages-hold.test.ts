import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { anchorsOf, fileBlocks, localLinksOf, pages, pathOf, read, recipes } from './pages.ts'

const withLinks = pages.flatMap((page) => localLinksOf(page).map((target) => ({ page, target })))
const withBlocks = pages.flatMap((page) => fileBlocks(page).map((block) => ({ page, ...block })))

describe('a link', () => {
  it.each(withLinks)('in $page leads somewhere: $target', ({ page, target }) => {
    const [file = '', anchor] = target.split('#')
    const linked = file === '' ? page : join(dirname(page), file)
    expect(existsSync(pathOf(linked)), linked).toBe(true)
    if (anchor !== undefined) expect(anchorsOf(linked)).toContain(anchor)
  })
})

describe('a block of code that names a file', () => {
  it.each(withBlocks)('in $page is that file: $file', ({ file, code }) => {
    expect(code).toBe(read(file))
  })
})

describe('a recipe', () => {
  const importsOf = (file: string) =>
    [...read(file).matchAll(/(?:from |import\()'(\.[^']+)'/g)].map(([, path = '']) =>
      join(dirname(file), path),
    )

  const run = new Set(
    ['test/docs', 'test/runtimes/docs', 'test/browser/forms'].flatMap((folder) =>
      readdirSync(pathOf(folder))
        .filter((file) => /\.test\.tsx?$/.test(file))
        .map((file) => `${folder}/${file}`),
    ),
  )
  // A set is walked to what is added meanwhile.
  for (const file of run) for (const imported of importsOf(file)) run.add(imported)

  it.each(recipes)('is shown on a page and run by a test: %s', (recipe) => {
    expect(withBlocks.map(({ file }) => file)).toContain(recipe)
    expect([...run]).toContain(recipe)
  })
})
