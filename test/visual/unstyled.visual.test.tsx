import { itrResult } from 'itr-progress/testing'
import { it } from 'vitest'
import { expectPicture } from './expectPicture.tsx'

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

it('ItrProgress: shows a job in progress from top to bottom without its stylesheet', async () => {
  await expectPicture('processing', { result: itrResult('processing', { connection: 'offline' }), steps })
})

it('ItrProgress: shows a failed job from top to bottom without its stylesheet', async () => {
  await expectPicture('failed', { result: itrResult('failed'), steps, showDetails: true })
})
