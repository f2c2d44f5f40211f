import { clearExchanges, useExchanges, type Exchange } from './exchanges.ts'

/** Requests and responses of this page, to show that they contain no secrets. */
export function ExchangeList() {
  const exchanges = useExchanges()
  return (
    <section>
      <h3>Sent and received</h3>
      <p className="hint">
        Network traffic of this form, newest first. It has no keys, no raw job id and no full PAN: the page
        holds a handle.
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
  if (isLost) return 'no response'
  if (status === null) return 'waiting'
  const said = Object(received) as { status?: string; error_code?: string }
  return [status, said.status ?? said.error_code].filter(Boolean).join(' ')
}
