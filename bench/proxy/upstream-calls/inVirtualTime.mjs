// 10,000 people watch 1,000 jobs, in virtual time. Argument: how many instances of the proxy.
import { createVirtualStore } from './createVirtualStore.mjs'
import { enterVirtualTime, letPass } from '../../virtualTime.mjs'
import { watch } from './watch.mjs'

const instances = Number(process.argv[2])

enterVirtualTime()
const cache = instances > 1 ? createVirtualStore() : undefined
const caches = Array.from({ length: instances }, () => cache)

const result = watch({ jobs: 1000, watchersPerJob: 10, second: 1000, startWithin: 180, caches })
// The last job is settled after four and a half minutes, the last to look in comes half a minute later.
await letPass(6 * 60_000)
process.send?.(await result)
