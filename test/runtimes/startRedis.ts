import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { findRedis } from '../../scripts/programs.mjs'
import { startOnLoopback } from '../startOnLoopback.ts'

/** Kills the server when standard input closes, so that it does not outlive a test run that is killed. */
const killWithParent = '"$0" "$@" & exec >&-; read _; kill -KILL $!; wait'

/** Starts a Redis on loopback that writes nothing to disk. */
export async function startRedis(port?: number) {
  const path = findRedis()
  if (!path) {
    throw new Error('redis-server not found. Install one, or set REDIS_SERVER_PATH to its executable.')
  }
  // Redis does not choose a free port itself.
  const { origin, stop } = await startOnLoopback(() => {})
  await stop()
  const chosen = port ?? Number(new URL(origin).port)
  const flags = ['--bind', '127.0.0.1', '--port', String(chosen), '--save', '', '--appendonly', 'no']
  const shell = spawn('sh', ['-c', killWithParent, path, ...flags], {
    cwd: tmpdir(),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const pid = await new Promise<number>((resolve, reject) => {
    let log = ''
    shell.once('error', reject)
    shell.stdout.once('end', () => reject(new Error(`redis-server ended before it was ready:\n${log}`)))
    shell.stdout.on('data', (text: Buffer) => {
      log += text.toString()
      if (log.includes('Ready to accept connections')) resolve(Number(/pid=(\d+)/.exec(log)?.[1]))
    })
  })
  return {
    port: chosen,
    url: `redis://127.0.0.1:${chosen}`,
    /** Keeps the connections open but responds to nothing. */
    pause: () => process.kill(pid, 'SIGSTOP'),
    resume: () => process.kill(pid, 'SIGCONT'),
    stop: async () => {
      if (shell.exitCode !== null) return
      shell.stdin.end()
      await once(shell, 'exit')
    },
  }
}
