import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { it } from 'vitest'
import { expectPicture, steps } from './expectPicture.tsx'

const twelve = (
  'create_client check_credentials generate_2fa submit_otp download_profile download_itr ' +
  'download_itr_v download_26as download_ais download_tis parse_documents write_report'
).split(' ')

it('ItrProgress: fits the steps into 240 px', async () => {
  await expectPicture('processing-240', { width: 240, result: itrResult('processing'), steps })
})

it('ItrProgress: fits a decision, the details and all actions into 240 px', async () => {
  await expectPicture('timed-out-240', {
    width: 240,
    result: itrResult('timed-out', { stepsCompleted: [] }),
    steps: ['download_26as', 'download_ais'],
    showDetails: true,
  })
})

it('ItrProgress: shows the actions in one row in 640 px', async () => {
  await expectPicture('error-640', { width: 640, result: itrResult('error'), steps, showDetails: true })
})

// WCAG 1.4.4
it('ItrProgress: fits text of twice the size into 320 px', async () => {
  await expectPicture('twice-the-text', {
    width: 320,
    fontSize: 32,
    result: itrResult('processing', { stepsCompleted: [], connection: 'reconnecting' }),
    steps: ['download_26as'],
  })
})

it('ItrProgress: shows twelve steps, and wraps a label longer than the line', async () => {
  const label = 'Einkommensteuererklärungsbestätigungsverfahren'
  await expectPicture('twelve-steps', {
    width: 320,
    result: itrResult('processing'),
    steps: [...twelve, { id: 'long', label }],
  })
})

it('ItrProgress: takes the colours, corners and spacing of a brand', async () => {
  await expectPicture('brand', {
    result: itrResult('timed-out'),
    steps,
    appearance: {
      variables: {
        accent: '#7a2e8e',
        warning: '#9a4a00',
        surface: '#fffaf2',
        border: '#ecdcc4',
        track: '#f3e7d3',
        radius: '20px',
        gap: '22px',
      },
    },
  })
})
