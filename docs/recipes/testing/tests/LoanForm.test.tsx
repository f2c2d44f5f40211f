import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ItrProvider } from 'itr-progress'
import { createItrSimulator, itrProxyFetch, type ItrScenarioName } from 'itr-progress/testing'
import { LoanForm } from './LoanForm'

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient()
  jest.useFakeTimers()
})
afterEach(() => {
  queryClient.clear()
  jest.useRealTimers()
})

/** Moves the clock, and with it the job. */
const wait = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000))

function openForm(scenario: ItrScenarioName) {
  const simulator = createItrSimulator({ scenario })
  render(
    <QueryClientProvider client={queryClient}>
      <ItrProvider fetch={itrProxyFetch(simulator)}>
        <LoanForm handle={simulator.start()} />
      </ItrProvider>
    </QueryClientProvider>,
  )
  // By default, user-event waits for timers that do not run by themselves.
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime })
}

describe('LoanForm', () => {
  it('can be sent once the job has completed', async () => {
    const user = openForm('happy')
    await user.type(screen.getByLabelText('Full name'), 'Asha')
    await user.click(screen.getByText('Apply'))
    screen.getByText('You can send the form when your returns are here.')

    await wait(60)
    screen.getByRole('heading', { name: 'We have your income tax returns' })
    await user.click(screen.getByText('Apply'))
    screen.getByText('Thank you.')
  })

  it('prompts the person when the job takes too long', async () => {
    const user = openForm('stuck')
    await wait(250)
    await user.click(await screen.findByText('Check again'))
    screen.getByRole('heading', { name: 'Fetching your income tax returns' })
  })
})
