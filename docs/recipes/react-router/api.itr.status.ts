// app/routes/api.itr.status.ts: a resource route, so it exports no component.
import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

export const action = ({ request }: { request: Request }) => itrStatusProxy(request)
