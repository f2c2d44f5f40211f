import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { expect, inject, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

it('publint finds no fault in the tarball', async () => {
  const { buffer } = new Uint8Array(readFileSync(inject('tarball').path))
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true })
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([])
})

it('attw finds no fault in the tarball', () => {
  const require = createRequire(import.meta.url)
  const attw = join(dirname(require.resolve('@arethetypeswrong/cli/package.json')), 'dist/index.js')
  const args = [
    attw,
    inject('tarball').path,
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    'openapi.yaml',
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status, stdout + stderr).toBe(0)
})
