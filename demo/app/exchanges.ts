import { useSyncExternalStore } from 'react'

/** A request of this page and its response, for the demo controls. */
export interface Exchange {
  id: number
  method: string
  path: string
  sent: unknown
  /** Null until there is a response. */
  status: number | null
  /** The request was aborted or failed. */
  isLost: boolean
  received: unknown
}

const KEPT = 60

let exchanges: readonly Exchange[] = []
let count = 0
const listeners = new Set<() => void>()

function set(next: readonly Exchange[]) {
  exchanges = next
  for (const listener of listeners) listener()
}

const change = (id: number, known: Partial<Exchange>) =>
  set(exchanges.map((exchange) => (exchange.id === id ? { ...exchange, ...known } : exchange)))

/** `fetch` that records requests and responses, without PAN and password. */
export const recordingFetch: typeof fetch = async (input, init) => {
  const id = ++count
  const { pathname: path } = new URL(input instanceof Request ? input.url : input, location.href)
  const exchange = { id, method: init?.method ?? 'GET', path, sent: withoutSecrets(parse(init?.body)) }
  set([{ ...exchange, status: null, isLost: false, received: null }, ...exchanges].slice(0, KEPT))
  try {
    const response = await fetch(input, init)
    const text = await response.clone().text()
    change(id, { status: response.status, received: parse(text) })
    return response
  } catch (error) {
    change(id, { isLost: true })
    throw error
  }
}

export const clearExchanges = () => set([])

/** Newest first. */
export function useExchanges(): readonly Exchange[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => exchanges,
  )
}

function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}

function withoutSecrets(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || !('password' in sent)) return sent
  return { ...sent, pan: '(as typed, not kept here)', password: '(as typed, not kept here)' }
}
