import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The first of these paths that can be run.
 *
 * @param {string[]} paths
 */
export const firstExecutable = (paths) => paths.find(isExecutable)

/**
 * Where programs of these names would be, folder by folder of the PATH.
 *
 * @param {string[]} names
 */
export const placesOnPath = (names) =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
