import type { TestProject } from 'vitest/node'
import { startRedis } from './startRedis.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the Redis that runs for as long as the tests do. */
    redisUrl: string
  }
}

export default async function setup({ provide }: TestProject) {
  const redis = await startRedis()
  provide('redisUrl', redis.url)
  return redis.stop
}
