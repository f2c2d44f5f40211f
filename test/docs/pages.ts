import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)

export const pathOf = (file: string): string => fileURLToPath(new URL(file, root))

/** Returns the text of a file; its path is relative to the root of the repository. */
export const read = (file: string): string => readFileSync(pathOf(file), 'utf8')

const markdownIn = (folder: string) =>
  readdirSync(pathOf(folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => (folder + file).replace('./', ''))

/** The pages at the root, in docs/ and in docs/hosts/. */
export const pages: readonly string[] = ['./', 'docs/', 'docs/hosts/'].flatMap(markdownIn)

/** Files of recipes, except those that stand for the host's own code. */
export const recipes: readonly string[] = readdirSync(pathOf('docs/recipes'), { recursive: true })
  .map(String)
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('host/'))
  .map((file) => `docs/recipes/${file}`)

/** Returns the code blocks of a page that name a file: ```ts file=docs/recipes/hono/server.ts */
export const fileBlocks = (page: string): { file: string; code: string }[] =>
  [...read(page).matchAll(/^```\w+ file=(\S+)\n(.*?)^```$/gms)].map(([, file = '', code = '']) => ({
    file,
    code,
  }))

/** Returns the code blocks of README.md in order. A first comment like `// lib/itr.ts` is the path of the file. */
export const readmeBlocks = (): { language: string; path: string | undefined; code: string }[] =>
  [...read('README.md').matchAll(/^```(\w+)\n(?:\/\/ (\S+)\n)?(.*?)^```$/gms)].map(
    ([, language = '', path, code = '']) => ({ language, path, code }),
  )

/** Returns a page without code blocks, in which a # is not a heading and a bracket not a link. */
export const proseOf = (page: string) => read(page).replace(/^```.*?^```$/gms, '')

/** Returns the anchors of a page's headings, as GitHub generates them. */
export function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>()
  return [...proseOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-')
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}

/** Returns the targets of the links and pictures of a page, except those on other sites. */
export const localLinksOf = (page: string): string[] =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
