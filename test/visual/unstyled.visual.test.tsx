import { itrState } from 'itr-progress/testing'
import { it } from 'vitest'
import { expectPicture } from './expectPicture.tsx'

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

it('without its stylesheet a job under way reads from top to bottom', async () => {
  await expectPicture('processing', { itr: itrState('processing', { connection: 'offline' }), steps })
})

it('without its stylesheet a prompt reads from top to bottom', async () => {
  await expectPicture('failed', { itr: itrState('failed'), steps, showDetails: true })
})
