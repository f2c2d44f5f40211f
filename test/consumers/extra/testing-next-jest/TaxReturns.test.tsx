import { render, screen } from '@testing-library/react'
import { ItrProvider } from 'itr-progress'
import { createItrSimulator, itrProxyFetch } from 'itr-progress/testing'
import { TaxReturns } from './app/TaxReturns'

// It imports a server function, which imports `next/headers`.
it('renders the component of the Next.js guide', async () => {
  const simulator = createItrSimulator()
  render(
    <ItrProvider fetch={itrProxyFetch(simulator)}>
      <TaxReturns handle={simulator.start()} />
    </ItrProvider>,
  )
  screen.getByRole('heading', { name: 'Fetching your income tax returns' })
  await screen.findByText(/^After /)
})
