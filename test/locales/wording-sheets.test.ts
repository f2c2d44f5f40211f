import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv, toCsv } from '../../scripts/wording/csv.mjs'
import { languages, readDictionary } from '../../scripts/wording/dictionaries.mjs'
import { readSheet, toSheet } from '../../scripts/wording/sheets.mjs'
import { sentencesOf } from '../../scripts/wording/sentences.mjs'
import { en } from '../../src/locales/en.ts'
import { hi } from '../../src/locales/hi.ts'

const sheet = toSheet(en, hi)
/** Returns the sheet with one row replaced; without a row, it is removed. */
const withRow = (key: string, ...row: string[]) =>
  toCsv(parseCsv(sheet).flatMap(({ texts }) => (texts[0] === key ? (row.length > 0 ? [row] : []) : [texts])))
const faultsIn = (csv: string) => readSheet(en, 'hi', csv).faults

describe('CSV', () => {
  it('parses what it wrote, with any quotation marks, commas and line breaks', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[",\r\n a]*$/))
    const rows = fc.array(fc.array(cell, { minLength: 1 }).filter((row) => row.some((text) => text.trim())))
    fc.assert(
      fc.property(rows, (rows) => {
        expect(parseCsv(toCsv(rows)).map(({ texts }) => texts)).toEqual(rows)
      }),
    )
  })

  it('has a byte order mark and CRLF, so that Excel opens it as UTF-8', () => {
    expect(toCsv([['a', 'b "c", d']])).toBe('\uFEFFa,"b ""c"", d"\r\n')
  })

  it('parses every line ending and skips blank rows, with the line of each row', () => {
    expect(parseCsv('"a\nb",c\n\n,,\n"d"\re,\r\nf')).toEqual([
      { line: 1, texts: ['a\nb', 'c'] },
      { line: 5, texts: ['d'] },
      { line: 6, texts: ['e', ''] },
      { line: 7, texts: ['f'] },
    ])
    expect(parseCsv('')).toEqual([])
  })

  it.each(['a\n"b', 'a\n"b" c', 'a\nb "c"'])('rejects %j with the line', (text) =>
    expect(() => parseCsv(text)).toThrow('line 2: a quotation mark'),
  )
})

describe('a review sheet', () => {
  it.each(languages())('restores the dictionary of %s', async (lang) => {
    const english = await readDictionary('en')
    const dictionary = await readDictionary(lang)
    expect(readSheet(english, lang, toSheet(english, dictionary))).toEqual({ dictionary, faults: [] })
  })

  it('has a row for each text: key, English, translation and note', () => {
    const [header, ...rows] = parseCsv(sheet).map(({ texts }) => texts)
    expect(header).toEqual(['key', 'English', 'translation', 'note'])
    expect(rows.map(([key, text]) => [key, text])).toEqual([...sentencesOf(en)])
    expect(rows.map(([key, , text]) => [key, text])).toEqual([...sentencesOf(hi)])
    for (const [, , , note] of rows) expect(note).toMatch(/\S{2}/)
  })

  it('accepts a review and a changed text, normalized', () => {
    // The letter फ़ can be one character. The dictionaries have it as two.
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

  it('can have another order of rows, more columns and no notes', () => {
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
  ])('cannot set %s to another value', (key, english, text, fault) =>
    expect(faultsIn(withRow(key, key, english, text))).toEqual([fault]),
  )

  it.each([
    ['key;English;translation;note\n', 'The first line is "key;English;translation;note"'],
    ['', 'The first line is ""'],
    ['key,"English', 'This is not CSV: line 1: a quotation mark does not end'],
  ])('is not the text %j', (csv, fault) => expect(faultsIn(csv)).toEqual([expect.stringContaining(fault)]))
})
