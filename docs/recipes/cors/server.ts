import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { resolveJob } from '../sealed-handles/resolveJob.ts'

/** Origin of the page. This server has another origin, such as https://api.example.com. */
const PAGE = 'https://www.example.com'

const itrStatusProxy = createItrStatusProxy({
  apiKey: () => process.env.FINPASS_API_KEY!,
  apiSecret: () => process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL,
  resolveJob,
  // The proxy accepts polls from this origin.
  allowedOrigins: [PAGE],
})

export const app = new Hono()

// CORS lets the page read the responses, and responds to the preflight request.
app.use(
  '/api/itr/status',
  cors({
    origin: PAGE,
    allowMethods: ['POST'],
    // Add the names of the `headers` that you pass to the widget.
    allowHeaders: ['Content-Type'],
    // So that the widget can read and obey it.
    exposeHeaders: ['Retry-After'],
    credentials: true,
  }),
)

app.all('/api/itr/status', ({ req }) => itrStatusProxy(req.raw))
