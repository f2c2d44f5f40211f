import { render, screen } from '@testing-library/react'
import { ItrProgress } from 'itr-progress'
import { itrResult } from 'itr-progress/testing'

it('shows why a job failed', () => {
  render(<ItrProgress result={itrResult('failed', { failure: 'account_locked' })} />)
  screen.getByText('Your account on the e-filing portal is locked.')
})
