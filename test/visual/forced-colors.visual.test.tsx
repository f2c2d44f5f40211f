import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { describe, it } from 'vitest'
import { expectPicture, steps, type Scene } from './expectPicture.tsx'

const scenes: Record<string, Scene> = {
  processing: { result: itrResult('processing'), steps },
  completed: { result: itrResult('completed'), steps },
  failed: { result: itrResult('failed', { failure: 'portal_unavailable' }), steps },
  'timed-out': { result: itrResult('timed-out'), steps },
}

describe.each(['light', 'dark'] as const)('ItrProgress in forced colours, %s', (colorScheme) => {
  it.each(Object.entries(scenes))('shows each state without colour: %s', async (name, scene) => {
    await expectPicture(`${name}-${colorScheme}`, { ...scene, colorScheme, hasForcedColors: true })
  })
})
