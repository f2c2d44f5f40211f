import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Starts an app that `npm run test:ci -- consumers` built, by its `start` script.
 *
 * @throws {Error} if it exits instead, with its output
 */
export async function startApp(app: string, environment: Record<string, string>) {
  const { CONSUMERS } = process.env
  if (!CONSUMERS)
    throw new Error(
      'CONSUMERS is not set. Expected the folder of the built apps. Run npm run test:ci -- consumers.',
    )
  const folder = join(CONSUMERS, app)
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  // `npm start` would not pass on the signal that stops it.
  const [command = '', ...args] = scripts.start.split(' ')
  const child = spawn(command, args, {
    cwd: folder,
    env: {
      ...process.env,
      PATH: [join(folder, 'node_modules/.bin'), process.env.PATH].join(delimiter),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: '0',
      ...environment,
    },
  })
  const exit = once(child, 'exit')
  let printed = ''
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += String(chunk)
      const [address] = /http:\/\/[\w.]+:\d+/.exec(printed) ?? []
      // Next.js prints its address before it listens.
      if (address && (scripts.start !== 'next start' || printed.includes('Ready'))) resolve(address)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${app} ended before it was ready:\n${printed}`)))
  })

  return {
    origin,
    output: () => printed,
    stop: async () => {
      child.kill()
      await exit
    },
  }
}
