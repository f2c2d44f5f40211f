import { readFileSync } from 'node:fs'

/** Names in the source of the type `ItrToken`. */
export const tokenNames: readonly string[] = [
  .../type ItrToken =([^;]*?)\n\n/
    .exec(readFileSync('src/ui/root/appearance.ts', 'utf8'))![1]!
    .matchAll(/'([\w-]+)'/g),
].map(([, name = '']) => name)
