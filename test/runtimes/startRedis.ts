import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { findRedis } from '../../scripts/programs.mjs'

/** Runs a server for as long as its standard input is open, so that none outlives a test that is broken off. */
const whileWatched = '"$0" "$@" & exec >&-; read _; kill -KILL $!; wait'

/** A Redis of the tests' own on loopback, which keeps nothing on a disk. */
export async function startRedis(port?: number) {
  const path = findRedis()
  if (!path) {
    throw new Error('redis-server not found. Install one, or set REDIS_SERVER_PATH to its executable.')
  }
  const chosen = port ?? (await freePort())
  const flags = ['--bind', '127.0.0.1', '--port', String(chosen), '--save', '', '--appendonly', 'no']
  const shell = spawn('sh', ['-c', whileWatched, path, ...flags], {
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
    /** It hangs: its connections stay open, and nothing is answered. */
    pause: () => process.kill(pid, 'SIGSTOP'),
    resume: () => process.kill(pid, 'SIGCONT'),
    /** Ends it at once, in whatever state it is. */
    stop: async () => {
      if (shell.exitCode !== null) return
      shell.stdin.end()
      await once(shell, 'exit')
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
