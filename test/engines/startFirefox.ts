import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket, type MessageEvent } from 'undici'
import { vi } from 'vitest'
import { findFirefox } from '../../scripts/programs.mjs'
import type { Engine } from './Engine.ts'
import { startProgram } from './startProgram.ts'

type Reply<Result> = { id: number } & (
  | { type: 'success'; result: Result }
  | { type: 'error'; error: string; message: string }
)

/** Connects to a server of WebDriver BiDi. Returns a function that sends a command. */
async function connect(url: string) {
  const socket = new WebSocket(url)
  await once(socket, 'open')
  let sent = 0

  return async <Result>(method: string, params: object = {}): Promise<Result> => {
    const id = ++sent
    const reply = new Promise<Reply<Result>>((resolve) => {
      const read = ({ data }: MessageEvent) => {
        const message = JSON.parse(data as string) as Reply<Result>
        if (message.id !== id) return
        socket.removeEventListener('message', read)
        resolve(message)
      }
      socket.addEventListener('message', read)
    })
    socket.send(JSON.stringify({ id, method, params }))
    const message = await reply
    if (message.type === 'error') throw new Error(`${method}: ${message.error}. ${message.message}`)
    return message.result
  }
}

/** Starts Firefox without a window. It speaks WebDriver BiDi: https://www.w3.org/TR/webdriver-bidi/ */
export async function startFirefox(): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'))
  const firefox = startProgram(findFirefox()!, [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port=0',
  ])
  const address = await vi.waitUntil(() => /BiDi listening on (ws:\S+)/.exec(firefox.output())?.[1], 40_000)
  const send = await connect(`${address}/session`)
  const { capabilities } = await send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  })
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree')
  const { context } = contexts[0]!

  return {
    version: `Firefox ${capabilities.browserVersion}`,
    navigate: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async evaluate(expression) {
      const evaluated = await send<
        | { type: 'success'; result: { value: string } }
        | { type: 'exception'; exceptionDetails: { text: string } }
      >('script.evaluate', { expression, target: { context }, awaitPromise: true })
      if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text)
      return evaluated.result.value
    },
    perform: (source) => send('input.performActions', { context, actions: [source] }),
    async stop() {
      await firefox.stop()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
