export { itrStatusProxy as POST } from '../../../../lib/itr'
