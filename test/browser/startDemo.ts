import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * Starts the demo in its own process, as `npm start` does.
 *
 * @throws {Error} if it exits instead, with its output
 */
export async function startDemo(environment: Record<string, string> = {}) {
  const {
    FINPASS_API_KEY: _key,
    FINPASS_API_SECRET: _secret,
    FINPASS_BASE_URL: _url,
    ...inherited
  } = process.env
  const child = spawn(process.execPath, ['demo/start.mjs'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...inherited, DEMO_PORT: '0', ...environment },
  })
  let printed = ''
  const exit = once(child, 'exit')

  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += String(chunk)
      const address = /Loan application\s+(http:\S+)[^]*Ctrl-C/.exec(printed)?.[1]
      if (address) resolve(address)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => reject(new Error(printed)))
  })

  return {
    url,
    output: () => printed,
    /** Sends Ctrl-C. @returns the exit code */
    async stop() {
      child.kill('SIGINT')
      const [code] = (await exit) as [number | null]
      return code
    },
  }
}
