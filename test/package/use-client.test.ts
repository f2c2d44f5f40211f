import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))

const isClient = (module: string) =>
  /^["']use client["'];?$/m.test(readFileSync(`dist/${module}`, 'utf8').split('\n', 1)[0] ?? '')

const importsOf = (module: string) =>
  ts.preProcessFile(readFileSync(`dist/${module}`, 'utf8')).importedFiles.map(({ fileName }) => fileName)

/** The packages that a server component loads with a module. A client file stays behind: the server holds a reference to it. */
function packagesOnServer(module: string, seen = new Set<string>()): string[] {
  if (seen.has(module) || isClient(module)) return []
  seen.add(module)
  return importsOf(module).flatMap((name) =>
    name.startsWith('.') ? packagesOnServer(posix.join(posix.dirname(module), name), seen) : name,
  )
}

const componentsAndHooks = filesIn('src')
  .filter((path) => /\.tsx$|(^|\/)use[A-Z]\w*\.ts$/.test(path))
  .map((path) => path.replace(/\.tsx?$/, '.js'))
  .filter((module) => existsSync(`dist/${module}`))

it.each(componentsAndHooks)('%s begins with "use client"', (module) => {
  expect(isClient(module)).toBe(true)
})

it('no index.js begins with "use client", so that a server component can import functions', () => {
  const faces = filesIn('dist').filter((path) => posix.basename(path) === 'index.js')
  expect(faces).toContain('index.js')
  expect(faces.filter(isClient)).toEqual([])
})

it('a server component loads no React API with the browser entry', () => {
  expect(componentsAndHooks).not.toEqual([])
  expect(packagesOnServer('index.js').filter((name) => /^react(-dom)?(\/|$)/.test(name))).toEqual([])
})

it.each(['proxy/index.js', 'testing/index.js'])('%s imports neither React nor msw', (module) => {
  expect(packagesOnServer(module).filter((name) => /react|msw/.test(name))).toEqual([])
})
