import type { en } from './en.ts'

type English = typeof en

/** Facts about the dictionary, not messages. */
type About = Pick<English, 'lang' | 'dir' | 'reviewed'>

type Group = { [G in keyof English]: English[G] extends string ? never : G }[keyof English]

/** Texts for upstream steps. The ids are an open set, so a host may add any. `-` and `_` in an id are the same. */
type StepNames = { [id in string]?: string }

/**
 * A complete dictionary as plain data. `lang` (BCP 47) and `dir` describe its language. `{name}` in a message is a placeholder.
 * A dictionary that lacks a message does not compile.
 */
export type ItrMessages = Omit<English, 'step' | 'stepInProgress'> & {
  step: English['step'] & StepNames
  stepInProgress: English['stepInProgress'] & StepNames
}

/** The flat key of a message, as `t` takes it: `heading.failed`. */
export type ItrMessageKey =
  | Exclude<keyof English, keyof About | Group>
  | { [G in Group]: `${G}.${keyof English[G] & string}` }[Group]
  | `${'step' | 'stepInProgress'}.${string}`

/**
 * A dictionary that may lack any message. It may be nested, as a complete one, or flat.
 *
 * @example
 * <ItrProgress messages={{ 'heading.watching': 'Checking your return', step: { download_ais: 'Read your AIS' } }} />
 */
export type ItrPartialMessages = Partial<About> & {
  readonly [G in keyof English]?: English[G] extends string ? English[G] : Partial<ItrMessages[G]>
} & { readonly [key in ItrMessageKey]?: string }
