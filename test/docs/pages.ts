import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)

export const pathOf = (file: string): string => fileURLToPath(new URL(file, root))

/** As it stands in the repository; `file` goes from its root. */
export const read = (file: string): string => readFileSync(pathOf(file), 'utf8')

const markdownIn = (folder: string) =>
  readdirSync(pathOf(folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => folder + file)

/** What people read: the pages at the root and in docs/. */
export const pages: readonly string[] = [...markdownIn('./'), ...markdownIn('docs/')].map((page) =>
  page.replace('./', ''),
)

/** Each recipe's file, but those that stand for a host's own. */
export const recipes: readonly string[] = readdirSync(pathOf('docs/recipes'), { recursive: true })
  .map(String)
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('host/'))
  .map((file) => `docs/recipes/${file}`)

/** The fenced blocks of a page that name a file after their language: ```ts file=docs/recipes/hono/server.ts */
export const fileBlocks = (page: string): { file: string; code: string }[] =>
  [...read(page).matchAll(/^```\w+ file=(\S+)\n(.*?)^```$/gms)].map(([, file = '', code = '']) => ({
    file,
    code,
  }))

/** A page without its blocks of code, where a # is no heading and a bracket no link. */
const proseOf = (page: string) => read(page).replace(/^```.*?^```$/gms, '')

/** The anchors of a page's headings, as GitHub makes them. */
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

/** Where the links and pictures of a page lead, but those to other sites. */
export const localLinksOf = (page: string): string[] =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
