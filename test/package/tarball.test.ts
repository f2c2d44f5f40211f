import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { expect, inject, it } from 'vitest'
import { localLinksOf } from '../docs/pages.ts'

const paths = inject('tarball').files

it('tarball: contains the build and its docs, and nothing else', () => {
  expect([...new Set(paths.map((path) => path.split('/')[0]))].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'dist',
    'docs',
    'package.json',
  ])
  expect(
    paths.filter(
      (path) =>
        !/\.(js|js\.map|d\.ts|css|md|json)$|^LICENSE$|^docs\/(recipes\/|openapi\.yaml$|check-proxy\.mjs$|widget\.png$)/.test(
          path,
        ),
    ),
  ).toEqual([])
})

it.each(paths.filter((path) => path.endsWith('.md')))('tarball: has each file that %s links to', (page) => {
  const files = localLinksOf(page).map((target) => target.split('#')[0]!)
  const linked = files.filter((file) => file !== '').map((file) => join(dirname(page), file))
  const isPacked = (link: string) => paths.some((path) => path === link || path.startsWith(`${link}/`))
  expect(linked.filter((link) => !isPacked(link))).toEqual([])
})

it('tarball: contains the sources of its source maps', () => {
  const maps = paths
    .filter((path) => path.endsWith('.map'))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')))
  expect(maps).not.toEqual([])
  for (const map of maps) expect(map.sourcesContent).toEqual(map.sources.map(() => expect.any(String)))
})

it('tarball: imports no module for its side effects alone, as package.json promises', () => {
  const modules = paths.filter((path) => path.endsWith('.js'))
  expect(modules.filter((path) => /^import\s*["']/m.test(readFileSync(path, 'utf8')))).toEqual([])
})

it.each(['styles.css', 'styles.unlayered.css'])(
  '%s keeps light-dark() as written, since a host chooses the color-scheme',
  (file) => {
    const css = readFileSync(`dist/${file}`, 'utf8')
    expect(css).toContain('light-dark(')
    expect(css).not.toContain('--lightningcss')
  },
)

it('styles.css and styles.unlayered.css differ only in the cascade layer', () => {
  const layered = readFileSync('dist/styles.css', 'utf8').trim()
  const unlayered = readFileSync('dist/styles.unlayered.css', 'utf8').trim()
  expect(layered).toBe(`@layer reset,base,components;@layer components.itr-progress{${unlayered}}`)
})
