import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { anchorsOf, fileBlocks, localLinksOf, pages, pathOf, read, recipes } from './pages.ts'

describe.each(pages)('%s', (page) => {
  it('has no broken link', () => {
    const isBroken = (target: string) => {
      const [file = '', anchor] = target.split('#')
      const linked = file === '' ? page : join(dirname(page), file)
      return !existsSync(pathOf(linked)) || (anchor !== undefined && !anchorsOf(linked).includes(anchor))
    }
    expect(localLinksOf(page).filter(isBroken)).toEqual([])
  })

  it('passes no secret in an argument of a command, which other users of the machine can see', () => {
    const blocks = [...read(page).matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block)
    const commands = blocks.map((block) => block.replace(/<<EOF\n.*?^EOF$/gms, ''))
    expect(commands.join('')).not.toMatch(/\$\{?\w*(?:KEY|SECRET|PASSWORD|TOKEN)/)
  })

  it('has the current text in each code block that names a file', () => {
    for (const { file, code } of fileBlocks(page)) expect({ file, code }).toEqual({ file, code: read(file) })
  })
})

describe('docs/recipes', () => {
  // The imports of examples/ have no ending, and lead to no recipe.
  const importsOf = (file: string) =>
    [...read(file).matchAll(/(?:from |import\()'(\.[^']+\.\w+)'/g)].map(([, path = '']) =>
      join(dirname(file), path),
    )

  it('has only files that a page shows', () => {
    const shown = pages.flatMap(fileBlocks).map(({ file }) => file)
    expect(shown).toEqual(expect.arrayContaining([...recipes]))
  })

  it('has only files that a test or a story runs', () => {
    const tests = import.meta.glob([
      '../{docs,runtimes/docs,browser/forms,react}/*.test.{ts,tsx}',
      '../../stories/examples/*.stories.tsx',
    ])
    const run = new Set(Object.keys(tests).map((path) => join('test/docs', path)))
    // The loop also visits the files that it adds.
    for (const file of run) for (const imported of importsOf(file)) run.add(imported)
    // These folders are apps with tests of their own.
    const apps = new Set(read('test/consumers/run.mjs').match(/docs\/recipes\/[\w-]+/g))
    for (const file of recipes) if (apps.has(file.split('/', 3).join('/'))) run.add(file)
    expect([...run]).toEqual(expect.arrayContaining([...recipes]))
  })
})
