import { execSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed tarball and the paths of the files in it. */
    tarball: { path: string; files: string[] }
  }
}

/** Packs dist/ once for all tests. Without scripts, since prepack would build again. */
export default function setup({ provide }: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'itr-progress-package-'))
  const output = execSync(`npm pack --json --ignore-scripts --pack-destination "${folder}"`, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [packed] = JSON.parse(output) as [{ filename: string; files: { path: string }[] }]
  provide('tarball', {
    path: join(folder, packed.filename),
    files: packed.files.map(({ path }) => path),
  })
  return () => rmSync(folder, { recursive: true })
}
