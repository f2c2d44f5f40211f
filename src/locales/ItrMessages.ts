import type { en } from './en.ts'

type English = typeof en

/** What a dictionary says of itself. */
type About = Pick<English, 'lang' | 'dir' | 'reviewed'>

type Group = { [G in keyof English]: English[G] extends string ? never : G }[keyof English]

/** Names for steps that the upstream may report: an open set of ids (`-` and `_` are the same), so any may be added. */
type StepNames = { [id in string]?: string }

/**
 * A whole dictionary: plain data. `lang` (BCP 47) and `dir` are those of its words, `{name}` in a sentence is a placeholder. One
 * that lacks a sentence does not compile.
 */
export type ItrMessages = Omit<English, 'step' | 'doing'> & {
  step: English['step'] & StepNames
  doing: English['doing'] & StepNames
}

/** A sentence by the flat name that `t` takes: `heading.failed`. */
export type ItrMessageKey =
  | Exclude<keyof English, keyof About | Group>
  | { [G in Group]: `${G}.${keyof English[G] & string}` }[Group]
  | `${'step' | 'doing'}.${string}`

/**
 * A dictionary of which any part may be left out: nested as a whole one, or flat.
 *
 * @example
 * <ItrProgress messages={{ 'heading.watching': 'Checking your return', step: { download_ais: 'Read your AIS' } }} />
 */
export type ItrPartialMessages = Partial<About> & {
  readonly [G in keyof English]?: English[G] extends string ? English[G] : Partial<ItrMessages[G]>
} & { readonly [key in ItrMessageKey]?: string }
