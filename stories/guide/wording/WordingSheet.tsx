import { useState } from 'react'
import { languages } from '../../languages.ts'
import { sentencesOf } from './sentencesOf.ts'
import './wording.css'

const sheets = languages.map((language) => ({ ...language, sentences: sentencesOf(language.dictionary) }))
const keys = [...new Set(sheets.flatMap(({ sentences }) => [...sentences.keys()]))]
const sheetOf = new Map(sheets.map((sheet) => [sheet.lang, sheet]))

/** All sentences in all languages side by side, read from the dictionaries themselves. */
export function WordingSheet() {
  const [chosen, setChosen] = useState<readonly string[]>(languages.map(({ lang }) => lang))
  const [sought, setSought] = useState('')

  const shown = sheets.filter(({ lang }) => chosen.includes(lang))
  const found = keys.filter((key) =>
    [key, ...shown.map(({ sentences }) => sentences.get(key) ?? '')].some((text) =>
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
                  <Sentence key={lang} lang={lang} dir={dictionary.dir} name={key} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Sentence({ lang, dir, name }: { lang: string; dir: string; name: string }) {
  const text = sheetOf.get(lang)?.sentences.get(name)
  if (text === undefined) return <td className="missing">{insteadOf(lang, name)}</td>
  return (
    <td lang={lang} dir={dir}>
      {text
        .split(/(\{\w+\})/)
        .map((piece, index) => (index % 2 === 1 ? <var key={index}>{piece}</var> : piece))}
    </td>
  )
}

/** What is shown where a dictionary has no such sentence. */
function insteadOf(lang: string, name: string): string {
  if (sheetOf.get('en')?.sentences.has(name) && !name.startsWith('stepInProgress.')) return 'in English'
  return name.startsWith('stepInProgress.') && lang ? 'the name of the step' : 'made from the id'
}
