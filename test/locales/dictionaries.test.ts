import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages, placeOf, readDictionary, toSource } from '../../scripts/wording/dictionaries.mjs'
import { placeholdersOf, sentencesOf } from '../../scripts/wording/sentences.mjs'
import { en } from '../../src/locales/en.ts'
import type { ItrMessages } from '../../src/locales/ItrMessages.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { createItrView } from '../../src/view/createItrView.ts'
import { createTranslator } from '../../src/view/createTranslator.ts'

/** Names that stay in Latin letters in every script. */
const names = /e-Filing Vault|ITR-V|\b(?:PAN|OTP|26AS|AIS|TIS)\b/g

/** Script and full stop of each language, and its legal term for the verification of a return. */
const scripts: Readonly<Record<string, readonly [script: string, end: string, verification: RegExp]>> = {
  hi: ['Devanagari', '।', /सत्याप/],
  bn: ['Bengali', '।', /যাচাই|প্রতিপাদন/],
  mr: ['Devanagari', '.', /पडताळ|सत्याप/],
  te: ['Telugu', '.', /ధ్రువీక|ధృవీక/],
  ta: ['Tamil', '.', /சரிபார்/],
  gu: ['Gujarati', '.', /ચકાસ/],
  kn: ['Kannada', '.', /ಪರಿಶೀಲ/],
  ml: ['Malayalam', '.', /സ്ഥിരീക/],
  pa: ['Gurmukhi', '।', /ਤਸਦੀਕ|ਪੜਤਾਲ/],
  ur: ['Arabic', '۔', /تصدیق/],
}

const modules = import.meta.glob<Record<string, ItrMessages>>(
  ['../../src/locales/*.ts', '!**/en.ts', '!**/ItrMessages.ts'],
  { eager: true },
)
const dictionaries = Object.entries(modules).map(([path, module]) => {
  const lang = path.replace(/^.*\/|\.ts$/g, '')
  return [lang, module[lang]!] as const
})
const english = sentencesOf(en)
/** Returns the texts without the metadata of the dictionary. */
const sentencesIn = (dictionary: ItrMessages) =>
  [...sentencesOf(dictionary)].filter(([key]) => !['lang', 'dir', 'reviewed'].includes(key))

describe('the English dictionary', () => {
  it('does not use the legal term for the verification of a return', () => {
    for (const [key, text] of english) expect([key, text]).toEqual([key, expect.not.stringMatching(/verif/i)])
  })
})

describe('dictionaries', () => {
  it('are ten besides English, each in a file of its name', () => {
    expect(dictionaries.map(([lang]) => lang).sort()).toEqual(Object.keys(scripts).sort())
    expect(languages().sort()).toEqual(Object.keys(scripts).sort())
  })
})

describe.each(dictionaries)('dictionary %s', (lang, dictionary) => {
  const [script, end, verification] = scripts[lang]!

  it('has the keys of English in the same order', () => {
    expect([...sentencesOf(dictionary).keys()]).toEqual([...english.keys()])
  })

  it('has the metadata: a language that Intl supports, its direction, not reviewed', () => {
    expect(dictionary.lang).toBe(lang)
    expect(Intl.NumberFormat.supportedLocalesOf(lang)).toEqual([lang])
    expect(dictionary.dir).toBe(script === 'Arabic' ? 'rtl' : 'ltr')
    expect(dictionary.reviewed).toBe('no')
  })

  it('has the placeholders of English', () => {
    for (const [key, text] of sentencesIn(dictionary))
      expect([key, placeholdersOf(text)]).toEqual([key, placeholdersOf(english.get(key)!)])
  })

  it('is in its own script, except for the names in the English text', () => {
    const foreign = new RegExp(`(?!\\p{Script=${script}})\\p{L}`, 'u')
    const own = new RegExp(`\\p{Script=${script}}`, 'u')
    for (const [key, text] of sentencesIn(dictionary)) {
      const words = text.replace(/\{\w+\}/g, '').replace(names, '')
      expect([key, words]).toEqual([key, expect.not.stringMatching(foreign)])
      // A name such as AIS has no translation.
      if (
        /\p{L}/u.test(
          english
            .get(key)!
            .replace(/\{\w+\}/g, '')
            .replace(names, ''),
        )
      )
        expect([key, words]).toEqual([key, expect.stringMatching(own)])
      expect([key, text.match(names)]).toEqual([key, english.get(key)!.match(names)])
    }
  })

  it('ends a text with the full stop of its script where English has one, and uses no other', () => {
    for (const [key, text] of sentencesIn(dictionary)) {
      expect([key, text.endsWith(end)]).toEqual([key, english.get(key)!.endsWith('.')])
      expect([key, text.match(/[.।۔]/g)?.some((mark) => mark !== end)]).not.toContain(true)
    }
  })

  it('does not use the legal term for the verification of a return', () => {
    for (const [key, text] of sentencesIn(dictionary))
      expect([key, text]).toEqual([key, expect.not.stringMatching(verification)])
  })

  it('has no text twice among headings, states, steps, actions or details', () => {
    for (const group of ['heading', 'state', 'step', 'action', 'details'] as const) {
      const texts = Object.values(dictionary[group])
      expect(new Set(texts).size).toBe(texts.length)
    }
  })

  it('is in NFC, with single spaces, and without invisible characters except joiners', () => {
    for (const [key, text] of sentencesIn(dictionary)) {
      expect([key, text]).toEqual([key, text.normalize('NFC').trim().replace(/\s+/g, ' ')])
      if (key !== 'reference') expect([key, text.match(/(?!\u200C|\u200D)\p{Cf}/u)]).toEqual([key, null])
    }
  })

  it('formats durations and steps without English words', () => {
    const result = itrResult('processing', { currentStep: 'download_itr', stepsCompleted: ['create_client'] })
    const { body, steps } = createItrView(result, { translator: createTranslator([dictionary]) })
    for (const text of [body.join(), steps[1]!.inProgressText]) {
      expect(text).not.toMatch(/[A-Za-z{}]/)
      expect(text).toMatch(/\p{Nd}/u)
    }
  })

  it('is the source that a review sheet generates', async () => {
    expect(await toSource(lang, await readDictionary(lang))).toBe(readFileSync(placeOf(lang), 'utf8'))
  })
})

describe('numbers and references', () => {
  it.each([
    ['hi', 'इसमें आम तौर पर 30 से 90 सेकंड लगते हैं।', 'चरण 2: दाख़िल किए गए रिटर्न।'],
    ['mr', 'याला साधारणपणे ३० ते ९० सेकंद लागतात.', 'पायरी २: दाखल केलेली रिटर्न.'],
    ['ta', 'இதற்கு வழக்கமாக 30 முதல் 90 விநாடிகள் ஆகும்.', 'படி 2: தாக்கல் செய்த ரிட்டர்ன்கள்.'],
    ['ur', 'اس میں عام طور پر 30 سے 90 سیکنڈ لگتے ہیں۔', 'مرحلہ 2: جمع کرائے گئے ریٹرن۔'],
  ])('have the numerals and units of the language: %s', (lang, usual, now) => {
    const result = itrResult('processing', { currentStep: 'download_itr', stepsCompleted: ['create_client'] })
    const translator = createTranslator([new Map(dictionaries).get(lang)])
    const { body, steps } = createItrView(result, { translator })
    expect([...body, steps[1]?.inProgressText]).toEqual([usual, now])
  })

  it('have an isolated reference in right-to-left text, so that its characters keep their order', () => {
    for (const [, { dir, reference }] of dictionaries)
      if (dir === 'rtl') expect(reference).toContain('\u2066{reference}\u2069')
  })
})
