import 'itr-progress/styles.css'
import { ur } from 'itr-progress/locales/ur'
import { itrResult } from 'itr-progress/testing'
import { it } from 'vitest'
import { expectPicture, steps } from './expectPicture.tsx'

it('ItrProgress in a refused form: shows the reason below the status', async () => {
  await expectPicture('refused-processing', { isRefused: true, result: itrResult('processing'), steps })
})

it('ItrProgress in a refused form: shows the reason in the panel of a decision', async () => {
  await expectPicture('refused-timed-out-dark', {
    isRefused: true,
    colorScheme: 'dark',
    result: itrResult('timed-out'),
    steps,
  })
})

it('ItrProgress in a refused form: marks the reason in forced colours', async () => {
  await expectPicture('refused-failed-forced-colors', {
    isRefused: true,
    hasForcedColors: true,
    result: itrResult('failed'),
    steps,
  })
})

it('ItrProgress in a refused form: aligns the reason to the right in a right-to-left language', async () => {
  await expectPicture('refused-ur-240', {
    isRefused: true,
    width: 240,
    messages: ur,
    result: itrResult('initiated'),
  })
})
