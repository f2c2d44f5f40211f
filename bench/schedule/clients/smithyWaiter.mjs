import { createWaiter, WaiterState } from '@smithy/util-waiter'

/** @type {import('../simulate.mjs').Watch} */
export async function watch(ask, patience) {
  const { state } = await createWaiter({ client: {}, maxWaitTime: patience / 1000 }, {}, async () => ({
    state: (await ask()) ? WaiterState.SUCCESS : WaiterState.RETRY,
  }))
  return state === WaiterState.SUCCESS ? 'completed' : 'timed out'
}
