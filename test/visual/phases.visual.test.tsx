import 'itr-progress/styles.css'
import { itrState } from 'itr-progress/testing'
import { describe, it } from 'vitest'
import { expectPicture, type Scene } from './expectPicture.tsx'

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

const scenes: Record<string, Scene> = {
  idle: { itr: itrState('idle'), steps },
  connecting: { itr: itrState('connecting') },
  initiated: { itr: itrState('initiated'), steps },
  processing: { itr: itrState('processing'), steps },
  'processing-without-plan': { itr: itrState('processing') },
  'delayed-and-offline': { itr: itrState('processing', { isDelayed: true, connection: 'offline' }), steps },
  completed: { itr: itrState('completed'), steps, reportHref: 'https://example.com/report.pdf' },
  failed: { itr: itrState('failed', { failure: 'portal_unavailable' }), steps },
  'failed-for-support': { itr: itrState('failed', { failure: 'account_locked' }), steps, showDetails: true },
  'timed-out': { itr: itrState('timed-out'), steps },
  error: { itr: itrState('error'), steps },
}

describe.each(['light', 'dark'] as const)('on a %s page', (colorScheme) => {
  it.each(Object.keys(scenes))('%s is as it was drawn', async (name) => {
    await expectPicture(`${name}-${colorScheme}`, { ...scenes[name], colorScheme })
  })
})
