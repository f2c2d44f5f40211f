import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { resolveJob } from '../sealed-handles/resolveJob.ts'

/** Where the page is; this server is at another origin, such as https://api.example.com. */
const PAGE = 'https://www.example.com'

const itrStatusProxy = createItrStatusProxy({
  apiKey: process.env.FINPASS_API_KEY!,
  apiSecret: process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL,
  resolveJob,
  // Whose questions are answered.
  allowedOrigins: [PAGE],
})

export const app = new Hono()

// Who may read the answers, which is the browser's to enforce. It answers the preflight too.
app.use(
  '/api/itr/status',
  cors({ origin: PAGE, allowMethods: ['POST'], allowHeaders: ['Content-Type'], credentials: true }),
)

app.all('/api/itr/status', ({ req }) => itrStatusProxy(req.raw))
