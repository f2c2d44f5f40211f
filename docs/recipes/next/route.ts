// app/api/itr/status/route.ts
import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

export const POST = itrStatusProxy
