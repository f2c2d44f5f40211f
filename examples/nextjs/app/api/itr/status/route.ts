import { itrStatus } from '../../../../itrStatus'

export const POST = itrStatus
