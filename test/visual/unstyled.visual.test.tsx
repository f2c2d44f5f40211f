import { itrResult } from 'itr-progress/testing'
import { it } from 'vitest'
import { expectPicture } from './expectPicture.tsx'

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

it('without its stylesheet a job under way reads from top to bottom', async () => {
  await expectPicture('processing', { result: itrResult('processing', { connection: 'offline' }), steps })
})

it('without its stylesheet a prompt reads from top to bottom', async () => {
  await expectPicture('failed', { result: itrResult('failed'), steps, showDetails: true })
})
