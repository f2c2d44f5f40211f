import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { describe, it } from 'vitest'
import { expectPicture, steps, type Scene } from './expectPicture.tsx'

const scenes: Record<string, Scene> = {
  idle: { result: itrResult('idle'), steps },
  connecting: { result: itrResult('connecting') },
  initiated: { result: itrResult('initiated'), steps },
  processing: { result: itrResult('processing'), steps },
  'processing-without-plan': { result: itrResult('processing') },
  'delayed-and-offline': {
    result: itrResult('processing', { isDelayed: true, connection: 'offline' }),
    steps,
  },
  completed: { result: itrResult('completed'), steps, reportHref: 'https://example.com/report.pdf' },
  failed: { result: itrResult('failed', { failure: 'portal_unavailable' }), steps },
  'failed-for-support': {
    result: itrResult('failed', { failure: 'account_locked' }),
    steps,
    showDetails: true,
  },
  'timed-out': { result: itrResult('timed-out'), steps },
  error: { result: itrResult('error'), steps },
}

describe.each(['light', 'dark'] as const)('ItrProgress on a %s page', (colorScheme) => {
  it.each(Object.entries(scenes))('matches the screenshot %s', async (name, scene) => {
    await expectPicture(`${name}-${colorScheme}`, { ...scene, colorScheme })
  })
})
