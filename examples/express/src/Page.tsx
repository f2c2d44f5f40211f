import { ItrProgress } from 'itr-progress'

/** The whole document, so that server and browser render the same tree. */
export function Page({ handle }: { handle: string | undefined }) {
  return (
    <html lang="en" data-handle={handle}>
      <head>
        <meta charSet="utf-8" />
        <title>Loan application</title>
        <link rel="stylesheet" href="/client.css" />
      </head>
      <body>
        <h1>Loan application</h1>
        {handle === undefined ? <StartForm /> : <ApplicationForm handle={handle} />}
      </body>
    </html>
  )
}

function StartForm() {
  return (
    <form action="/api/itr/start" method="post">
      <label>
        Portal password <input name="password" type="password" required />
      </label>
      <button>Get my returns</button>
    </form>
  )
}

function ApplicationForm({ handle }: { handle: string }) {
  return (
    <form action="/api/apply" method="post">
      <label>
        Full name <input name="applicant" required />
      </label>
      <ItrProgress
        name="itrVerification"
        required
        jobId={handle}
        proxyUrl="/api/itr/status"
        onRestart={() => location.assign('/restart')}
        // Only for a simulated upstream. Remove it to poll every 5 to 10 s.
        interval={{ min: 500, max: 1000 }}
      />
      <button>Apply</button>
    </form>
  )
}
