import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseCsv, toCsv } from '../../scripts/wording/csv.mjs'
import { languages, placeOf, readDictionary } from '../../scripts/wording/dictionaries.mjs'
import { readSheet, toSheet } from '../../scripts/wording/sheets.mjs'
import { sentencesOf } from '../../scripts/wording/sentences.mjs'
import { en } from '../../src/locales/en.ts'
import { hi } from '../../src/locales/hi.ts'

const sheet = toSheet(en, hi)
/** The sheet with one row put in the place of another; without a row, with none. */
const withRow = (key: string, ...row: string[]) =>
  toCsv(parseCsv(sheet).flatMap(({ texts }) => (texts[0] === key ? (row.length > 0 ? [row] : []) : [texts])))
const faultsIn = (csv: string) => readSheet(en, 'hi', csv).faults

describe('CSV', () => {
  it('gives back any texts: quotation marks, commas, line breaks', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[",\r\n a]*$/))
    const rows = fc.array(fc.array(cell, { minLength: 1 }).filter((row) => row.some((text) => text.trim())))
    fc.assert(
      fc.property(rows, (rows) => {
        expect(parseCsv(toCsv(rows)).map(({ texts }) => texts)).toEqual(rows)
      }),
    )
  })

  it('is what Excel opens as UTF-8: marked so, a line ended by both characters', () => {
    expect(toCsv([['a', 'b "c", d']])).toBe('\uFEFFa,"b ""c"", d"\r\n')
  })

  it('is read as any program writes it, and each row knows its line', () => {
    expect(parseCsv('"a\nb",c\n\n,,\n"d"\re,\r\nf')).toEqual([
      { line: 1, texts: ['a\nb', 'c'] },
      { line: 5, texts: ['d'] },
      { line: 6, texts: ['e', ''] },
      { line: 7, texts: ['f'] },
    ])
    expect(parseCsv('')).toEqual([])
  })

  it.each(['a\n"b', 'a\n"b" c', 'a\nb "c"'])('%j is none', (text) =>
    expect(() => parseCsv(text)).toThrow('line 2: a quotation mark'),
  )
})

describe('a sheet', () => {
  it.each(languages())('gives back the dictionary of %s', async (lang) => {
    const english = await readDictionary('en')
    const dictionary = await readDictionary(lang)
    expect(readSheet(english, lang, toSheet(english, dictionary))).toEqual({ dictionary, faults: [] })
  })

  it('has a row for each sentence: its key, the English, the translation and a note', () => {
    const [header, ...rows] = parseCsv(sheet).map(({ texts }) => texts)
    expect(header).toEqual(['key', 'English', 'translation', 'note'])
    expect(rows.map(([key, text]) => [key, text])).toEqual([...sentencesOf(en)])
    expect(rows.map(([key, , text]) => [key, text])).toEqual([...sentencesOf(hi)])
    for (const row of rows)
      expect(row).toEqual([
        expect.any(String),
        expect.any(String),
        expect.any(String),
        expect.stringMatching(/\S{2}/),
      ])
  })

  it('lets a reviewer say yes, and change a sentence', () => {
    // The letter फ़ is one character, or, as everywhere in the repository, two.
    const changed = '"यह", वह\nफ़ॉर्म'
    const csv = toCsv(
      parseCsv(sheet).map(({ texts: [key = '', english = '', text = '', note = ''] }) => {
        if (key === 'reviewed') return [key, english, 'yes', note]
        return [
          key,
          english,
          key === 'remedy.unknown' ? `  ${changed.replace('\u092B\u093C', '\u095E')} ` : text,
          note,
        ]
      }),
    )
    expect(readSheet(en, 'hi', csv)).toEqual({
      dictionary: { ...hi, reviewed: 'yes', remedy: { ...hi.remedy, unknown: changed } },
      faults: [],
    })
  })

  it('may come in another order, with columns behind and without notes', () => {
    const [header, ...rows] = parseCsv(sheet).map(({ texts }) => texts)
    const mixed = toCsv([[...header!, 'mine'], ...rows.reverse().map((row) => row.slice(0, 3))])
    expect(JSON.stringify(readSheet(en, 'hi', mixed))).toBe(JSON.stringify({ dictionary: hi, faults: [] }))
  })

  it.each([
    [
      'a key that is not ours',
      ['currentStep.then', 'x', 'y'],
      ['line 6: there is no key "currentStep.then".', 'currentStep is missing.'],
    ],
    ['no translation', ['currentStep', en.currentStep, ' '], ['line 6: currentStep has no translation.']],
    [
      'a missing placeholder',
      ['currentStep', en.currentStep, 'चरण {step}'],
      ['line 6: currentStep lacks {number}.'],
    ],
    [
      'another placeholder',
      ['currentStep', en.currentStep, '{step} {number} {steps}'],
      ['line 6: currentStep has {steps}, which the English has not.'],
    ],
    ['a row too few', [], ['currentStep is missing.']],
    ['a key twice', ['lang', 'en', 'hi'], ['line 6: lang is there twice.', 'currentStep is missing.']],
    [
      'letters that were lost',
      ['currentStep', en.currentStep, '???? {number}: {step}'],
      ['line 6: currentStep has lost its letters. Save the sheet as "CSV UTF-8 (comma delimited)".'],
    ],
    [
      'English that has changed since',
      ['currentStep', 'Now {number}: {step}', hi.currentStep],
      [
        'line 6: the English of currentStep is "Step {number}: {step}." by now. See whether the translation fits, and put that in the sheet.',
      ],
    ],
  ])('is refused with %s', (_, row, faults) =>
    expect(faultsIn(withRow('currentStep', ...row))).toEqual(faults),
  )

  it.each([
    ['reviewed', 'yes', 'maybe', 'line 4: reviewed is "maybe", and must be yes or no.'],
    ['dir', 'ltr', 'left', 'line 3: dir is "left", and must be ltr or rtl.'],
    ['lang', 'en', 'mr', 'line 2: lang is "mr", and must be hi.'],
  ])('may not say of %s what it likes', (key, english, text, fault) =>
    expect(faultsIn(withRow(key, key, english, text))).toEqual([fault]),
  )

  it.each([
    ['key;English;translation;note\n', 'The first line is "key;English;translation;note"'],
    ['', 'The first line is ""'],
    ['key,"English', 'This is not CSV: line 1: a quotation mark does not end'],
  ])('is not %j', (csv, fault) => expect(faultsIn(csv)).toEqual([expect.stringContaining(fault)]))
})

// Each starts a Node of its own, which a busy machine takes its time for.
describe('npm run wording', { timeout: 60_000 }, () => {
  let place: string
  beforeEach(() => void (place = mkdtempSync(join(tmpdir(), 'itr-progress-wording-'))))
  afterEach(() => rmSync(place, { recursive: true }))

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [resolve('scripts/wording.mjs'), ...args], { cwd: place, encoding: 'utf8' })

  it('writes a sheet for each language', () => {
    expect(run()).toMatchObject({ status: 0, stderr: '' })
    expect(readdirSync(join(place, 'wording'))).toEqual(
      languages()
        .map((lang) => `${lang}.csv`)
        .sort(),
    )
    expect(readFileSync(join(place, 'wording/hi.csv'), 'utf8')).toBe(sheet)
  })

  it('takes none where one has a fault, and tells each fault with its sheet', () => {
    writeFileSync(join(place, 'hi.csv'), withRow('reviewed', 'reviewed', 'yes', 'yes'))
    writeFileSync(join(place, 'xx.csv'), withRow('currentStep'))
    writeFileSync(join(place, 'mr.csv'), sheet)
    writeFileSync(join(place, 'en.csv'), toSheet(en, en))
    const before = readFileSync(placeOf('hi'), 'utf8')
    const { status, stderr } = run('--read', 'hi.csv', 'xx.csv', 'mr.csv', 'en.csv')
    expect([status, stderr.trim().split('\n')]).toEqual([
      1,
      [
        'xx.csv: line 2: lang is "hi", and must be xx.',
        'xx.csv: currentStep is missing.',
        'mr.csv: line 2: lang is "hi", and must be mr.',
        'en.csv: A sheet is named after its language, such as hi.csv, and English has none.',
        'Nothing was changed.',
      ],
    ])
    expect(readFileSync(placeOf('hi'), 'utf8')).toBe(before)
    expect(existsSync(placeOf('xx'))).toBe(false)
  })

  it.each([
    [['--read'], 'There is no sheet. Write the sheets first: npm run wording'],
    [['--read', 'hi.csv'], 'There is no hi.csv. Write the sheets first: npm run wording'],
    [['--write'], 'There is no option --write. Usage: npm run wording'],
  ])('%j is answered with what to do', (args, fault) =>
    expect(run(...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(fault) }),
  )
})
