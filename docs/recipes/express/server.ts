import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { itrStatusProxy } from '../proxy/itrStatusProxy.ts'

export const app = express()

// Before any body parser: the proxy reads the body itself, and a parser would leave it nothing.
app.all('/api/itr/status', getRequestListener(itrStatusProxy))

app.use(express.json())

app.post('/api/applications', (req, res) => {
  // `getJob` hands the request on to `resolveJob`, which reads the session's cookie.
  const request = new Request('http://localhost', { headers: { Cookie: req.headers.cookie ?? '' } })
  itrStatusProxy.getJob(req.body?.itrVerification, request).then(
    (job) => {
      if (job?.status === 'completed') res.status(201).json({ accepted: true })
      else res.status(422).json({ error_code: 'not_verified' })
    },
    // An ItrStatusError: nobody could be asked. That is no verdict, so let the person submit again. Not `next`: Express would
    // answer with the error's `status`, which is the upstream's.
    () => res.status(503).json({ error_code: 'try_again' }),
  )
})
