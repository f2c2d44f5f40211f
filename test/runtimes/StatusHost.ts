/** What a host's routes must know, as plain text: some hosts run in a process of their own and read it from the environment. */
export interface HostSettings {
  /** Of the ITR Analyzer. */
  baseUrl: string
  /** Where `onEvent` sends what it is told. */
  auditUrl: string
}

/** One request, as a client of any kind may send it. */
export interface Question {
  method?: string
  /** A list is sent as one header line each; null takes one of the usual headers away. */
  headers?: Record<string, string | string[] | null>
  /** A text is sent with its length, anything else in chunks, as they come. */
  body?: string | AsyncIterable<Uint8Array> | null
  signal?: AbortSignal
}

export interface RunningHost {
  /** As the host's own page would say it in `Origin`. */
  origin: string
  ask: (path: string, question: Question) => Promise<Response>
  stop: () => Promise<unknown>
}

/** A way to run the proxy. */
export interface StatusHost {
  name: string
  start: (settings: HostSettings) => Promise<RunningHost>
  differences: HostDifferences
}

/** Where a host comes between the proxy and its caller: `hostDifferences.ts` says which does, and why. */
export interface HostDifferences {
  /** The headers that it adds to every answer. */
  ownHeaders: readonly string[]
  /** What it adds to `Vary`. */
  ownVary: readonly string[]
  /** The status by which it answers a method itself, so that the proxy is not asked; null: nobody can send it. */
  ownMethods: Readonly<Record<string, number | null>>
  /** Whether `request.url` has the name by which the caller asked. */
  readsHost: boolean
  /** Whether `request.signal` says that the caller has left. */
  seesLeaving: boolean
}
