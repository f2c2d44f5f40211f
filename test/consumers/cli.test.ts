import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

describe('npx itr-progress', () => {
  it('runs the simulator of the installed tarball', async () => {
    const cwd = join(process.env.CONSUMERS ?? '', 'vite')
    // In a process group of its own: npx does not pass on the signal that stops it.
    const child = spawn('npx', ['--no-install', 'itr-progress', 'simulator', '--port', '0'], {
      cwd,
      detached: true,
    })
    onTestFinished(() => void process.kill(-child.pid!))
    const [printed] = (await once(child.stdout, 'data')) as [Buffer]
    expect(String(printed)).toMatch(/^Simulated ITR Analyzer: http:\/\/127\.0\.0\.1:\d+\/api\/v1\n/)
  })
})
