import type { ItrMessages } from '../../../src/index.ts'

/** The sentences of a dictionary by their flat names, `heading.failed`, in its own order. */
export function sentencesOf(dictionary: ItrMessages): ReadonlyMap<string, string> {
  const { lang: _lang, dir: _dir, reviewed: _reviewed, ...words } = dictionary
  return new Map(
    Object.entries(words).flatMap(([group, value]): [string, string][] =>
      typeof value === 'string'
        ? [[group, value]]
        : Object.entries(value).flatMap(([name, text]): [string, string][] =>
            text === undefined ? [] : [[`${group}.${name}`, text]],
          ),
    ),
  )
}
