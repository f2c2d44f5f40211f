import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where `npm run test:ci -- consumers` has installed and built the app. */
export function folderOf(app: string): string {
  const { CONSUMERS } = process.env
  if (!CONSUMERS)
    throw new Error('CONSUMERS names no built apps. Run npm run test:ci -- consumers, which makes them.')
  return join(CONSUMERS, app)
}

/**
 * The app in a process of its own, by its own `start` script.
 *
 * @throws {Error} with what it printed, where it ended instead of starting.
 */
export async function startApp(app: string, environment: Record<string, string>) {
  const folder = folderOf(app)
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  // Not by `npm start`: a signal would end npm and leave the app.
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
      // Next.js says where it will listen before it does.
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
