import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { describe, it } from 'vitest'
import { expectPicture, type Scene } from './expectPicture.tsx'

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

const scenes: Record<string, Scene> = {
  processing: { result: itrResult('processing'), steps },
  completed: { result: itrResult('completed'), steps },
  failed: { result: itrResult('failed', { failure: 'portal_unavailable' }), steps },
  'timed-out': { result: itrResult('timed-out'), steps },
}

describe.each(['light', 'dark'] as const)('in forced colours on %s', (colorScheme) => {
  it.each(Object.entries(scenes))('%s tells each state without colour', async (name, scene) => {
    await expectPicture(`${name}-${colorScheme}`, { ...scene, colorScheme, hasForcedColors: true })
  })
})
