import { readdirSync } from 'node:fs'
import manifest from '../package.json' with { type: 'json' }

interface EntryPoint {
  /** `./locales/hi` */
  subpath: string
  /** Path of the `.d.ts` file. */
  types: string
}

/** JavaScript entry points of the built package, with one entry per language. */
export const entryPoints: readonly EntryPoint[] = Object.entries(manifest.exports).flatMap(
  ([subpath, target]) => {
    if (typeof target === 'string' || !target.default.endsWith('.js')) return []
    const [folder, ending] = target.default.split('*') as [string, string?]
    if (ending === undefined) return [{ subpath, types: target.types }]
    return readdirSync(folder)
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length))
      .map((name) => ({ subpath: subpath.replace('*', name), types: target.types.replace('*', name) }))
  },
)
