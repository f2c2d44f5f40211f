import { useState } from 'react'
import { sentencesOf } from '../../../scripts/wording/sentences.mjs'
import { dictionaryOf, languages } from '../../languages.ts'
import { downloadReviewSheet } from './downloadReviewSheet.ts'
import './wording.css'

const metadata = ['lang', 'dir', 'reviewed']
const keys = [...sentencesOf(dictionaryOf('en')).keys()].filter((key) => !metadata.includes(key))
const textsOf = new Map(languages.map(({ lang, dictionary }) => [lang, sentencesOf(dictionary)]))

/** All messages in all languages side by side, read from the dictionaries. */
export function WordingSheet() {
  const [chosen, setChosen] = useState<readonly string[]>(languages.map(({ lang }) => lang))
  const [sought, setSought] = useState('')

  const shown = languages.filter(({ lang }) => chosen.includes(lang))
  const found = keys.filter((key) =>
    [key, ...shown.map(({ lang }) => textsOf.get(lang)?.get(key) ?? '')].some((text) =>
      text.toLowerCase().includes(sought.toLowerCase()),
    ),
  )
  const toggle = (lang: string) =>
    setChosen(chosen.includes(lang) ? chosen.filter((one) => one !== lang) : [...chosen, lang])

  return (
    <div className="wording">
      <div className="choice">
        <label>
          Find <input type="search" value={sought} onChange={({ target }) => setSought(target.value)} />
        </label>
        <fieldset>
          <legend>Languages</legend>
          {languages.map(({ lang, name }) => (
            <label key={lang}>
              <input type="checkbox" checked={chosen.includes(lang)} onChange={() => toggle(lang)} /> {name}
            </label>
          ))}
        </fieldset>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keyboard can scroll it */}
      <div className="sheet" role="region" aria-label="Wording" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Key</th>
              {shown.map(({ lang, name, ownName, dictionary }) => (
                <th key={lang} scope="col">
                  {name}
                  {lang !== 'en' && (
                    <>
                      {' · '}
                      <span lang={lang}>{ownName}</span>
                    </>
                  )}
                  <span className="review" data-reviewed={dictionary.reviewed}>
                    {dictionary.reviewed === 'yes' ? '✓ reviewed' : 'not reviewed yet'}
                  </span>
                  {lang !== 'en' && (
                    <button
                      type="button"
                      aria-label={`Download CSV: ${name}`}
                      onClick={() => downloadReviewSheet(dictionary)}
                    >
                      Download CSV
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((key) => (
              <tr key={key}>
                <th scope="row">
                  <code>{key}</code>
                </th>
                {shown.map(({ lang, dictionary }) => (
                  <td key={lang} lang={lang} dir={dictionary.dir}>
                    <Message text={textsOf.get(lang)?.get(key) ?? ''} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** A message with its placeholders marked. */
const Message = ({ text }: { text: string }) =>
  text.split(/(\{\w+\})/).map((piece, index) => (index % 2 === 1 ? <var key={index}>{piece}</var> : piece))
