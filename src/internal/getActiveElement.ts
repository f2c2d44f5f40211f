/** Returns the focused element of the same document or shadow root. A document sees only the host of a shadow root. */
export const getActiveElement = (element: Element): Element | null =>
  (element.getRootNode() as Document | ShadowRoot).activeElement
