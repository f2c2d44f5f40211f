import { itrStatusProxy } from '../../../../lib/itr'

export const POST = itrStatusProxy
