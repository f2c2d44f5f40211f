import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { createItrSimulator } from 'itr-progress/testing'
import { itrProxyHandlers } from 'itr-progress/testing/msw'
import { setupServer } from 'msw/node'
import { LoanForm } from './LoanForm'

let now = Date.now()
const simulator = createItrSimulator({ now: () => now })

const server = setupServer(...itrProxyHandlers(simulator, '/api/itr/status'))
beforeAll(() => server.listen())
afterAll(() => server.close())

const queryClient = new QueryClient()
afterEach(() => queryClient.clear())

it('polls over the network', async () => {
  const handle = simulator.start()
  now += 60_000
  render(
    <QueryClientProvider client={queryClient}>
      <LoanForm handle={handle} />
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { name: 'We have your income tax returns' }, { timeout: 10_000 })
})
