import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const host = mkdtempSync(join(tmpdir(), 'itr-progress-host-'))
mkdirSync(join(host, 'node_modules'))
symlinkSync(root, join(host, 'node_modules/itr-progress'))
afterAll(() => rmSync(host, { recursive: true, force: true }))

/** Bundles a module of a host with the export conditions of a runtime. Returns the code, or the message of the error. */
async function bundleFor(conditions: string[], source: string) {
  const entry = join(host, 'entry.js')
  writeFileSync(entry, source)
  try {
    const result = await build({
      root: host,
      configFile: false,
      logLevel: 'silent',
      resolve: { conditions: ['module', ...conditions] },
      build: {
        write: false,
        minify: false,
        rolldownOptions: { input: entry, external: /^node:/, onwarn() {} },
      },
    })
    return (result as Rolldown.RolldownOutput).output
      .map((file) => ('code' in file ? file.code : ''))
      .join('\n')
  } catch (error) {
    return String(error)
  }
}

const create = "import { createItrStatusProxy } from 'itr-progress/proxy'\nconsole.log(createItrStatusProxy)"

describe('itr-progress/proxy', () => {
  it('fails by name in a build for browsers', async () => {
    expect(await bundleFor(['browser'], create)).toMatch(/"createItrStatusProxy" is not exported by/)
  })

  it('throws on import in a bundle for browsers that was not checked', async () => {
    expect(await bundleFor(['browser'], "import 'itr-progress/proxy'")).toContain(
      'is in a bundle for browsers',
    )
  })

  it.each([
    ['node', 'node:https'],
    ['edge-light', 'cache: "no-store"'],
    ['workerd', null],
    ['worker', null],
    ['deno', null],
    ['bun', null],
  ])('has the upstream of the runtime %s', async (condition, mark) => {
    const code = await bundleFor([condition, 'browser'], create)
    const marks = ['node:https', 'cache: "no-store"'].filter((text) => code.includes(text))
    expect(marks).toEqual(mark ? [mark] : [])
  })
})
