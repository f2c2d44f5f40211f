import { createDefaultBackoffSettings, LongrunningDescriptor, operation } from 'google-gax'

const decode = (/** @type {unknown} */ value) => value

/** @type {import('../simulate.mjs').Watch} */
export async function watch(ask) {
  const operationsClient = {
    getOperationInternal: async () => [{ name: 'job', done: await ask(), response: { value: 'a result' } }],
  }
  const descriptor = new LongrunningDescriptor(operationsClient, decode, decode)
  await operation({ name: 'job', done: false }, descriptor, createDefaultBackoffSettings()).promise()
  return 'completed'
}
