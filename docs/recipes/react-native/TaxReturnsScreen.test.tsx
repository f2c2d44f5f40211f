import NetInfo from '@react-native-community/netinfo'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen } from '@testing-library/react-native'
import { ItrProvider } from 'itr-progress/headless'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { createItrSimulator, type ItrScenarioName } from 'itr-progress/testing'
import { AccessibilityInfo, AppState } from 'react-native'
import { connectToDevice } from './connectToDevice'
import { TaxReturnsScreen } from './TaxReturnsScreen'

jest.mock('@react-native-community/netinfo', () =>
  jest.requireActual('@react-native-community/netinfo/jest/netinfo-mock.js'),
)
jest.useFakeTimers()

connectToDevice()
const setAppState = jest.mocked(AppState.addEventListener).mock.calls[0]![1]
const setNetwork = jest.mocked(NetInfo.addEventListener).mock.calls[0]![0] as (state: object) => void

const queryClient = new QueryClient()
// Without this, the next test sees the old job, and a timer keeps Jest alive.
afterEach(() => queryClient.clear())

const wait = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1000))

/** Renders the screen in front of your proxy, which calls the simulated ITR Analyzer. */
function openScreen(scenario: ItrScenarioName) {
  const simulator = createItrSimulator({ scenario })
  const proxy = createItrStatusProxy({
    apiKey: 'key',
    apiSecret: 'secret',
    upstream: simulator.upstream,
    resolveJob: (handle, { headers }) => (headers.get('Authorization') === 'Bearer asha' ? handle : null),
  })
  const actions = { onCompleted: jest.fn(), onRestart: jest.fn() }
  render(
    <QueryClientProvider client={queryClient}>
      <ItrProvider fetch={(url, init) => proxy(new Request(url, init))}>
        <TaxReturnsScreen handle={simulator.start()} startedAt={Date.now()} token="asha" {...actions} />
      </ItrProvider>
    </QueryClientProvider>,
  )
  return { simulator, ...actions }
}

const heading = () => screen.getByRole('header').props.children as string

describe('TaxReturnsScreen', () => {
  it('follows a job until it has completed', async () => {
    const { onCompleted } = openScreen('happy')
    await wait(25)
    expect(heading()).toBe('Fetching your income tax returns')
    screen.getByLabelText('Profile: Completed')
    screen.getByLabelText('Filed returns: In progress')
    await wait(40)
    expect(heading()).toBe('We have your income tax returns')
    expect(AccessibilityInfo.announceForAccessibility).toHaveBeenLastCalledWith(
      expect.stringContaining('We have your income tax returns'),
    )
    expect(onCompleted).toHaveBeenCalledTimes(1)
  })

  it('shows why a job failed, and starts again', async () => {
    const { onRestart } = openScreen('account_locked')
    await wait(20)
    screen.getByText('Your account on the e-filing portal is locked.')
    fireEvent.press(screen.getByText('Start again'))
    expect(onRestart).toHaveBeenCalledTimes(1)
  })

  it('times out, and checks again', async () => {
    openScreen('stuck')
    await wait(250)
    expect(heading()).toBe('We have not heard back yet')
    fireEvent.press(screen.getByText('Check again'))
    await wait(1)
    expect(heading()).toBe('Fetching your income tax returns')
  })

  it('does not poll in the background, and polls at once in the foreground', async () => {
    const { simulator } = openScreen('happy')
    await wait(20)
    const calls = simulator.calls.length
    await act(() => setAppState('background'))
    await wait(120)
    expect(simulator.calls).toHaveLength(calls)
    await act(() => setAppState('active'))
    await wait(0)
    expect(heading()).toBe('We have your income tax returns')
  })

  it('polls at once when the network returns', async () => {
    const { simulator } = openScreen('happy')
    await wait(20)
    await act(() => setNetwork({ isConnected: false }))
    await wait(5)
    const calls = simulator.calls.length
    await act(() => setNetwork({ isConnected: true }))
    await wait(0)
    expect(simulator.calls).toHaveLength(calls + 1)
  })
})
