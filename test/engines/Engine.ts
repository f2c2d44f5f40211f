/** A browser with one page. Both implementations take the same payloads, which are those of W3C WebDriver. */
export interface Engine {
  version: string
  navigate: (url: string) => Promise<unknown>
  /** Evaluates an expression that is a promise of a string. */
  evaluate: (expression: string) => Promise<string>
  /** Performs the actions of an input source: https://www.w3.org/TR/webdriver2/#actions */
  perform: (source: object) => Promise<unknown>
  stop: () => Promise<void>
}
