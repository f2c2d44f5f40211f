import type { Engine } from './Engine.ts'

const ENTER = '\uE007'

export type Page = ReturnType<typeof createPage>

/** Drives the page of an engine. */
export function createPage(engine: Engine) {
  /** Runs a function in the page. It cannot refer to anything outside of itself. */
  async function evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const call = `(${String(run)})(...${JSON.stringify(args)})`
    const json = await engine.evaluate(`(async () => JSON.stringify((await ${call}) ?? null))()`)
    return JSON.parse(json) as Awaited<Result>
  }

  /** Clicks the first element that matches the selector and contains the text. */
  async function click(selector: string, text = '') {
    const { x, y } = await evaluate(
      async (selector, text) => {
        const element = [...document.querySelectorAll(selector)].find(({ textContent }) =>
          textContent.includes(text),
        )
        if (!element) throw new Error(`The page has no ${selector} with the text "${text}".`)
        element.scrollIntoView({ block: 'center', behavior: 'instant' })
        // Firefox sends the click through its main process, which learns of the scroll with the next frame.
        for (let frame = 0; frame < 2; frame++)
          await new Promise<unknown>((resolve) => requestAnimationFrame(resolve))
        const { left, top, width, height } = element.getBoundingClientRect()
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) }
      },
      selector,
      text,
    )
    await engine.perform({
      type: 'pointer',
      id: 'mouse',
      actions: [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    })
  }

  /** Presses the keys of a text. */
  const press = (text: string) =>
    engine.perform({
      type: 'key',
      id: 'keyboard',
      actions: [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    })

  return {
    open: engine.navigate,
    evaluate,
    click,
    pressEnter: () => press(ENTER),

    /** Clicks a field and types a text. */
    async type(selector: string, text: string) {
      await click(selector)
      await press(text)
    },
  }
}
