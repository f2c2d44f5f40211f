import { hi } from 'itr-progress/locales/hi'
import { ta } from 'itr-progress/locales/ta'
import { ur } from 'itr-progress/locales/ur'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { describe, it } from 'vitest'
import { expectPicture, steps } from './expectPicture.tsx'

describe.each([
  ['Devanagari', hi],
  ['Tamil', ta],
  ['Urdu, from right to left,', ur],
])('ItrProgress in %s', (_, messages) => {
  it('fits while a job is in progress', async () => {
    const result = itrResult('processing', { connection: 'reconnecting' })
    await expectPicture(`processing-${messages.lang}`, { result, steps, messages })
  })

  it('fits when a person must decide', async () => {
    const result = itrResult('failed', { failure: 'invalid_credentials' })
    await expectPicture(`failed-${messages.lang}`, { width: 360, result, steps: steps.slice(0, 3), messages })
  })
})
