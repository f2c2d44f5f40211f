import { vi } from 'vitest'
import { findWebKitDriver, findXvfb } from '../../scripts/programs.mjs'
import { startOnLoopback } from '../startOnLoopback.ts'
import type { Engine } from './Engine.ts'
import { startProgram } from './startProgram.ts'

/** Starts WebKitGTK on a virtual screen. It speaks WebDriver: https://www.w3.org/TR/webdriver2/ */
export async function startWebKit(): Promise<Engine> {
  const screen = startProgram(findXvfb()!, ['-displayfd', '1', '-screen', '0', '1280x1024x24'])
  const display = await vi.waitUntil(() => /^(\d+)\n/m.exec(screen.output())?.[1], 40_000)

  // The driver does not choose a free port itself.
  const { origin, stop } = await startOnLoopback(() => {})
  await stop()
  const driver = startProgram(findWebKitDriver()!, [`--port=${new URL(origin).port}`], {
    DISPLAY: `:${display}`,
    // A container has no user namespaces, which the sandbox needs.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  })

  const send = async <Value>(method: string, path: string, body?: object) => {
    const response = await fetch(`${origin}${path}`, { method, body: body && JSON.stringify(body) })
    const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } }
    if (!response.ok) throw new Error(`${path}: ${value.error}. ${value.message}`)
    return value
  }
  await vi.waitUntil(() => {
    // Throws if the driver has exited.
    driver.output()
    return send('GET', '/status').then(Boolean, () => false)
  }, 40_000)
  const { sessionId, capabilities } = await send<{
    sessionId: string
    capabilities: { browserVersion: string }
  }>('POST', '/session', { capabilities: {} })
  const session = `/session/${sessionId}`

  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    navigate: (url) => send('POST', `${session}/url`, { url }),
    evaluate: (expression) =>
      send('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
    perform: (source) => send('POST', `${session}/actions`, { actions: [source] }),
    async stop() {
      await send('DELETE', session)
      await driver.stop()
      await screen.stop()
    },
  }
}
