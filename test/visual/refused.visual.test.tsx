import 'itr-progress/styles.css'
import { ur } from 'itr-progress/locales/ur'
import { itrResult } from 'itr-progress/testing'
import { it } from 'vitest'
import { expectPicture } from './expectPicture.tsx'

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

it('a form that was sent too early is told why, under what it waits for', async () => {
  await expectPicture('refused-processing', { isRefused: true, result: itrResult('processing'), steps })
})

it('the reason stands in the panel of a prompt', async () => {
  await expectPicture('refused-timed-out-dark', {
    isRefused: true,
    colorScheme: 'dark',
    result: itrResult('timed-out'),
    steps,
  })
})

it('the reason is marked in a person’s own colours', async () => {
  await expectPicture('refused-failed-forced-colors', {
    isRefused: true,
    hasForcedColors: true,
    result: itrResult('failed'),
    steps,
  })
})

it('the reason stands on the right where one reads from there', async () => {
  await expectPicture('refused-ur-240', {
    isRefused: true,
    width: 240,
    messages: ur,
    result: itrResult('initiated'),
  })
})
