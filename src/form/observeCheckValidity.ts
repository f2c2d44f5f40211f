const observed = new WeakSet()

let isChecking = false

/** Whether the current `invalid` event comes from a `checkValidity()` of an observed form or input. */
export const isCheckOnly = () => isChecking

/**
 * Wraps the element's `checkValidity()`, which fires the same `invalid` event as a submit. A host calls it at each key, for example,
 * and then nobody asked for the error. The event itself does not tell the two apart.
 */
export function observeCheckValidity(element: HTMLFormElement | HTMLInputElement | null): void {
  const checkValidity = element?.checkValidity
  // A host's `render` may give another element.
  if (!checkValidity || observed.has(element)) return
  observed.add(element)
  element.checkValidity = () => {
    isChecking = true
    try {
      return checkValidity.call(element)
    } finally {
      isChecking = false
    }
  }
}
