import type { en } from './en.ts'

/** Names for steps that the upstream may report: an open set of ids, so any may be added. */
type ItrStepNames = { readonly [key in `step.${string}` | `doing.${string}`]: string }

/**
 * A dictionary: flat, plain data. `lang` (BCP 47) and `dir` are those of its words; `{name}` in a sentence is a placeholder.
 * A whole one that lacks a sentence does not compile; the `messages` prop takes partial ones.
 *
 * @example
 * const messages: Partial<ItrMessages> = { 'step.download_ais': 'Read your annual statement' }
 */
export type ItrMessages = typeof en & ItrStepNames

export type ItrMessageKey = Exclude<keyof typeof en, 'lang' | 'dir'> | keyof ItrStepNames
