import { firstExecutable, placesOnPath } from './executables.mjs'

/**
 * The Redis server that the tests start: `REDIS_SERVER_PATH`, else one on the PATH.
 *
 * @returns {string | undefined} the path of an executable file
 */
export const findRedis = () =>
  firstExecutable([process.env.REDIS_SERVER_PATH ?? '', ...placesOnPath(['redis-server'])])
