import { clearExchanges, useExchanges, type Exchange } from './exchanges.ts'

/** What this page sent and received, so that anyone can see what is not in it. */
export function ExchangeList() {
  const exchanges = useExchanges()
  return (
    <section>
      <h3>Sent and received</h3>
      <p className="hint">
        All that went over the network for this form, the newest first. The keys, the job’s own id and the
        full PAN are not in it: the page holds a handle.
      </p>
      {exchanges.length > 0 && (
        <button type="button" className="secondary" onClick={clearExchanges}>
          Clear the list
        </button>
      )}
      <ol className="exchanges" reversed>
        {exchanges.map((exchange) => (
          <li key={exchange.id}>
            <details>
              <summary>
                <span className="code">
                  {exchange.method} {exchange.path}
                </span>
                <span className="outcome">{outcomeOf(exchange)}</span>
              </summary>
              <h4>Sent</h4>
              <pre>{JSON.stringify(exchange.sent, null, 2)}</pre>
              <h4>Received</h4>
              <pre>{JSON.stringify(exchange.received, null, 2)}</pre>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

function outcomeOf({ status, isLost, received }: Exchange): string {
  if (isLost) return 'no answer'
  if (status === null) return 'waiting'
  const said = Object(received) as { status?: string; error_code?: string }
  return [status, said.status ?? said.error_code].filter(Boolean).join(' ')
}
