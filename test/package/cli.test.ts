import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const bin = manifest.bin['itr-progress']

const run = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' })

describe('bin itr-progress', () => {
  it('is in the tarball', () => {
    expect(inject('tarball').files).toContain(bin.replace('./', ''))
  })

  it('simulator prints the URL of a simulated ITR Analyzer', async () => {
    const child = spawn(process.execPath, [bin, 'simulator', '--port', '0', '--scenario', 'stuck'])
    onTestFinished(() => void child.kill())
    const [printed] = (await once(child.stdout, 'data')) as [Buffer]
    const [baseUrl] = /http:\S+/.exec(String(printed))!
    const response = await fetch(`${baseUrl}/itr-analyzer/analyze`, { method: 'POST' })
    expect(response.status).toBe(401)
    expect(String(printed)).toContain('Scenario stuck')
  })

  it.each([[['--help']], [['-h']], [['simulator', '--help']]])('%j prints the usage', (args) => {
    const { status, stdout, stderr } = run(...args)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^Usage: itr-progress simulator .*\n$/)
  })

  it.each([
    [[], 'the command is "". Expected simulator.'],
    [['help'], 'the command is "help". Expected simulator.'],
    [['simulator', '--speed', 'x'], '`--speed` is "x". Expected a number above 0'],
  ])('%j prints what is wrong, and the usage', (args, message) => {
    const { status, stdout, stderr } = run(...args)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`itr-progress: ${message}`)
    expect(stderr).toContain('Usage: itr-progress simulator')
  })
})
