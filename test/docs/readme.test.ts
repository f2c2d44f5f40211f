import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { en } from '../../src/locales/en.ts'
import type { ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { createItrView } from '../../src/view/createItrView.ts'
import { createTranslator } from '../../src/view/createTranslator.ts'
import tsconfig from '../../tsconfig.json' with { type: 'json' }
import { pathOf, proseOf, read, readmeBlocks } from './pages.ts'

const prose = proseOf('README.md')

/** Creates a folder with the code blocks as files of a Next.js app, whose alias `@` is its root. */
function createApp(): string {
  const app = mkdtempSync(join(tmpdir(), 'itr-progress-readme-'))
  const blocks = readmeBlocks().filter(({ language }) => language !== 'sh')
  for (const [index, { language, path, code }] of blocks.entries()) {
    const file = join(app, path ?? `block-${index}.${language}`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, code)
  }
  symlinkSync(pathOf('node_modules'), join(app, 'node_modules'))
  const paths = Object.entries(tsconfig.compilerOptions.paths).map(([name, [path = '']]) => [
    name,
    [pathOf(path)],
  ])
  const config = {
    extends: pathOf('tsconfig.json'),
    compilerOptions: {
      paths: { ...Object.fromEntries(paths), '@/*': ['./*'] },
      // The reader will use the parameter of `userIdOf`.
      noUnusedParameters: false,
    },
    include: ['**/*'],
    exclude: ['node_modules'],
  }
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify(config))
  return app
}

describe('README.md', () => {
  it('has at most 160 lines', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(160)
  })

  it('has code that compiles', () => {
    const app = createApp()
    onTestFinished(() => rmSync(app, { recursive: true }))
    const tsc = pathOf('node_modules/typescript-7/bin/tsc')
    const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', app], { encoding: 'utf8' })
    expect(stdout + stderr).toBe('')
  })

  it('has the English heading of each phase', () => {
    const translator = createTranslator([])
    const headingOf = (phase: ItrPhase) => createItrView(itrResult(phase), { translator }).heading
    const rows = prose.matchAll(/^\| (`[^|]+) \|.* \| (.+?) *\|$/gm)
    const headings = [...rows].flatMap(([, phases = '', heading]) =>
      [...phases.matchAll(/`([a-z-]+)`/g)].map(([, phase]) => [phase, heading]),
    )
    expect(Object.fromEntries(headings)).toEqual({
      phase: 'heading of the widget',
      idle: headingOf('idle'),
      connecting: headingOf('connecting'),
      initiated: headingOf('initiated'),
      processing: headingOf('processing'),
      completed: headingOf('completed'),
      failed: headingOf('failed'),
      'timed-out': headingOf('timed-out'),
      error: headingOf('error'),
    } satisfies Record<ItrPhase | 'phase', string>)
  })

  it('quotes only messages of the English dictionary', () => {
    const messages = JSON.stringify(en)
    const quoted = [...prose.matchAll(/"[^"]+"/g)].map(([text]) => text)
    expect(quoted).not.toEqual([])
    expect(quoted.filter((text) => !messages.includes(text))).toEqual([])
  })

  it('has the size limits that `npm run size` checks', () => {
    const limits = [...read('.size-limit.js').matchAll(/'([\d.]+ kB)'/g)].map(([, limit]) => limit)
    expect(limits).toHaveLength(3)
    for (const limit of limits) expect(prose).toContain(` ${limit}`)
  })

  it('has the requests and the lag of bench/RESULTS.md', () => {
    const [, typical = ''] = read('bench/RESULTS.md').split('### Typical')
    const figuresOf = (client: string) => {
      const row = typical.split('\n').find((line) => line.includes(client))
      const [, , , requests, , lag] = row!.split('|').map((cell) => cell.trim())
      return { requests, lag: Number.parseFloat(lag!).toFixed(1) }
    }
    const hook = figuresOf('`useItrJobStatus`')
    const loop = figuresOf('a loop every 5 s')
    expect(prose).toContain(`${hook.requests} per job of 30 to 90 seconds`)
    expect(prose).toContain(`sends ${loop.requests}, with about the same mean lag (${hook.lag} s)`)
    expect(loop.lag).toBe(hook.lag)
  })
})
