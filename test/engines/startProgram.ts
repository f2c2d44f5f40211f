import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Starts a program. `output` throws if the program has exited. */
export function startProgram(command: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env } })
  const exit = once(child, 'exit')
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += String(chunk)
    })

  return {
    output() {
      if (child.exitCode !== null) throw new Error(`${command} exited with ${child.exitCode}. ${printed}`)
      return printed
    },
    async stop() {
      child.kill()
      await exit
    },
  }
}
