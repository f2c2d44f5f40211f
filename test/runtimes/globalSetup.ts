import type { TestProject } from 'vitest/node'
import { startRedis } from './startRedis.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the Redis that runs during the tests. */
    redisUrl: string
  }
}

export default async function setup({ provide }: TestProject) {
  const redis = await startRedis()
  provide('redisUrl', redis.url)
  return redis.stop
}
