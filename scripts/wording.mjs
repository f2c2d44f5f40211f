// Writes wording/<language>.csv for translators and reviewers. With --read it reads them back into src/locales.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { languages, placeOf, readDictionary, toSource } from './wording/dictionaries.mjs'
import { readSheet, toSheet } from './wording/sheets.mjs'

const folder = 'wording'
const [option, ...given] = process.argv.slice(2)
const english = await readDictionary('en')

if (option === '--read') await readAll(given.length > 0 ? given : sheets())
else if (option === undefined) await writeAll()
else fail([`There is no option ${option}. Usage: npm run wording [-- --read [wording/hi.csv …]]`])

async function writeAll() {
  mkdirSync(folder, { recursive: true })
  for (const lang of languages()) {
    const place = join(folder, `${lang}.csv`)
    writeFileSync(place, toSheet(english, await readDictionary(lang)))
    console.log(place)
  }
}

/**
 * Reads all sheets, or none if one has a fault.
 *
 * @param {string[]} places
 */
async function readAll(places) {
  const absent = places.filter((place) => !existsSync(place))
  if (places.length === 0 || absent.length > 0) {
    fail([`There is no ${absent.join(', ') || 'sheet'}. Write the sheets first: npm run wording`])
    return
  }
  const read = places.map((place) => {
    const lang = basename(place, '.csv')
    const { dictionary, faults } = readSheet(english, lang, readFileSync(place, 'utf8'))
    if (lang === 'en' || !/^[a-z]{2,3}$/.test(lang))
      faults.push('A sheet is named after its language, such as hi.csv, and English has none.')
    return { dictionary, lang, faults: faults.map((fault) => `${place}: ${fault}`) }
  })
  const faults = read.flatMap((sheet) => sheet.faults)
  if (faults.length > 0) {
    fail([...faults, 'Nothing was changed.'])
    return
  }
  for (const { dictionary, lang } of read) {
    writeFileSync(placeOf(lang), await toSource(lang, dictionary))
    console.log(`src/locales/${lang}.ts`)
  }
}

/** Paths of the sheets in the folder. */
function sheets() {
  const files = existsSync(folder) ? readdirSync(folder) : []
  return files.filter((file) => file.endsWith('.csv')).map((file) => join(folder, file))
}

/** @param {string[]} lines */
function fail(lines) {
  console.error(lines.join('\n'))
  process.exitCode = 1
}
