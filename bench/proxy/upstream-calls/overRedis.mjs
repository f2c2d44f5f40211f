// Lets 400 people watch 40 jobs, over a real Redis and in real time, 20 times as fast.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import KeyvRedis from '@keyv/redis'
import { Keyv } from 'keyv'
import { findRedis } from '../../../scripts/programs.mjs'
import { watch } from './watch.mjs'

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a Redis on loopback that writes nothing to disk. Returns null if none is installed. */
async function startRedis() {
  const port = await freePort()
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const redis = spawn(findRedis() ?? 'redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const isThere = await new Promise((resolve) => {
    redis.on('error', () => resolve(false))
    redis.on('exit', () => resolve(false))
    redis.stdout.on('data', (line) => String(line).includes('Ready to accept') && resolve(true))
  })
  return isThere ? { url: `redis://127.0.0.1:${port}`, stop: () => redis.kill() } : null
}

const redis = await startRedis()
if (!redis) {
  process.send?.(null)
} else {
  process.on('exit', redis.stop)
  const connect = () => new Keyv(new KeyvRedis(redis.url))
  const caches = [connect(), connect()]
  const result = await watch({ jobs: 40, watchersPerJob: 10, second: 50, startWithin: 60, caches })
  await Promise.all(caches.map((cache) => cache.disconnect()))
  redis.stop()
  process.send?.(result)
}
