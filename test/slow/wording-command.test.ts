import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseCsv, toCsv } from '../../scripts/wording/csv.mjs'
import { languages, placeOf } from '../../scripts/wording/dictionaries.mjs'
import { toSheet } from '../../scripts/wording/sheets.mjs'
import { en } from '../../src/locales/en.ts'
import { hi } from '../../src/locales/hi.ts'

const sheet = toSheet(en, hi)
/** The Hindi sheet with one row replaced, or removed if no row is given. */
const withRow = (key: string, ...row: string[]) =>
  toCsv(parseCsv(sheet).flatMap(({ texts }) => (texts[0] === key ? (row.length > 0 ? [row] : []) : [texts])))

describe('npm run wording', () => {
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

  it('reads no sheet if one has a fault, and lists each fault with its sheet', () => {
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
  ])('rejects the arguments %j and says what to do', (args, fault) =>
    expect(run(...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(fault) }),
  )
})
