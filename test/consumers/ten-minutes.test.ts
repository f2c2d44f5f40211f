import { exec, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { launchOptions } from '../../scripts/programs.mjs'
import { read, readmeBlocks } from '../docs/pages.ts'
import { createApplicant } from './createApplicant.ts'

/** The app that README.md assumes. */
const CREATE_APP =
  'npx --yes create-next-app@16.4.3 app --yes --ts --app --use-npm --disable-git --skip-install'

// vitest sets NODE_ENV, and a terminal does not.
const { NODE_ENV: _, ...env } = process.env

/** Runs a command of README.md until it exits, or prints the address at which it listens. */
async function run(command: string, cwd: string) {
  const child = spawn(command, { shell: true, detached: true, cwd, env })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += String(chunk)
      if (/http:\/\/(localhost|127\.0\.0\.1):\d+/.test(output)) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${command} failed:\n${output}`))
    })
  })
  // The group, because a shell does not pass on the signal.
  if (child.exitCode === null) onTestFinished(() => void process.kill(-child.pid!))
}

describe('README.md', () => {
  it('leads to a widget that completes, in a new Next.js app', { timeout: 10 * 60_000 }, async () => {
    const { CONSUMERS: place = '' } = process.env
    const tarball = join(
      place,
      readdirSync(place).find((name) => name.endsWith('.tgz'))!,
    )
    const folder = mkdtempSync(join(place, 'ten-minutes-'))
    const started = Date.now()
    await promisify(exec)(CREATE_APP, { cwd: folder, env })

    const app = join(folder, 'app')
    for (const { language, path, code } of readmeBlocks()) {
      if (path) {
        mkdirSync(dirname(join(app, path)), { recursive: true })
        writeFileSync(join(app, path), code)
      }
      if (language === 'sh')
        for (const [command] of code.matchAll(/.*<<EOF\n[^]*?\nEOF$|.+/gm))
          await run(command.replace('install itr-progress', `install ${tarball}`), app)
    }

    const [, url = '', button = ''] = /Open (\S+) and press \*\*(.+?)\*\*/.exec(read('README.md'))!
    const browser = await chromium.launch(launchOptions())
    onTestFinished(() => browser.close())
    const { page, consoleErrors, widget } = createApplicant(await browser.newPage())
    // Next.js prints its address before it listens.
    await vi.waitFor(() => page.goto(url, { waitUntil: 'networkidle' }), { timeout: 120_000, interval: 500 })
    await page.getByRole('button', { name: button }).click()
    await widget.and(page.locator('[data-phase="completed"]')).waitFor({ timeout: 60_000 })
    console.log(`From an empty folder to a completed job in ${Math.round((Date.now() - started) / 1000)} s`)
    expect(consoleErrors).toEqual([])
  })
})
