import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { it } from 'vitest'
import { expectPicture } from './expectPicture.tsx'

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']
const twelve = (
  'create_client check_credentials generate_2fa submit_otp download_profile download_itr ' +
  'download_itr_v download_26as download_ais download_tis parse_documents write_report'
).split(' ')

it('a column of 240 px has room for the rail', async () => {
  await expectPicture('processing-240', { width: 240, result: itrResult('processing'), steps })
})

it('a column of 240 px has room for a prompt, what support asks for and each way out', async () => {
  await expectPicture('timed-out-240', {
    width: 240,
    result: itrResult('timed-out', { stepsCompleted: [] }),
    steps: ['download_26as', 'download_ais'],
    showDetails: true,
  })
})

it('a column of 640 px has the ways out beside each other', async () => {
  await expectPicture('error-640', { width: 640, result: itrResult('error'), steps, showDetails: true })
})

// WCAG 1.4.4
it('text of twice the size still fits into 320 px', async () => {
  await expectPicture('twice-the-text', {
    width: 320,
    fontSize: 32,
    result: itrResult('processing', { stepsCompleted: [], connection: 'reconnecting' }),
    steps: ['download_26as'],
  })
})

it('twelve steps, and a label longer than the line', async () => {
  const label = 'Einkommensteuererklärungsbestätigungsverfahren'
  await expectPicture('twelve-steps', {
    width: 320,
    result: itrResult('processing'),
    steps: [...twelve, { id: 'long', label }],
  })
})

it('a brand’s own colours, corners and spacing', async () => {
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
