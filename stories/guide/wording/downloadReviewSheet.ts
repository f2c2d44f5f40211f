import { toSheet } from '../../../scripts/wording/sheets.mjs'
import type { ItrMessages } from '../../../src/index.ts'
import { dictionaryOf } from '../../languages.ts'

/** Saves the CSV file of a language that `npm run wording` also writes: `hi.csv`. */
export function downloadReviewSheet(dictionary: ItrMessages): void {
  const link = document.createElement('a')
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(toSheet(dictionaryOf('en'), dictionary))}`
  link.download = `${dictionary.lang}.csv`
  link.click()
}
