import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

export const app = express()

// Before any body parser: the proxy reads the body itself, and a body can be read only once.
app.all('/api/itr/status', getRequestListener(itrStatusProxy))

app.use(express.json())

app.post('/api/applications', (req, res) => {
  // `getJob` passes this request to `resolveJob` and `onEvent`, which read the session cookie.
  const request = new Request('http://localhost', { headers: { Cookie: req.headers.cookie ?? '' } })
  itrStatusProxy.getJob(req.body?.itrVerification, request).then(
    (job) => {
      if (job?.status === 'completed') res.status(201).json({ accepted: true })
      else res.status(422).json({ error_code: 'not_completed' })
    },
    // An ItrStatusError: the status is unknown, so the person may submit again. Do not pass it to `next`: Express would send
    // the error's `status`, which is the upstream's.
    () => res.status(503).json({ error_code: 'try_again' }),
  )
})
