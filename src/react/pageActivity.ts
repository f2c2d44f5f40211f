import { focusManager, onlineManager } from '@tanstack/react-query'

/** `onlineManager` begins as online, whatever the truth: a page that was loaded offline knows better. */
export const isOnline = () => onlineManager.isOnline() && globalThis.navigator?.onLine !== false

/** Whether the page may ask: it is shown and has a network. */
export const isAwake = () => focusManager.isFocused() && isOnline()

/** Calls back when the page is shown or hidden, and when the network comes or goes. */
export function onPageChange(listener: () => void): () => void {
  const stopFocus = focusManager.subscribe(listener)
  const stopOnline = onlineManager.subscribe(listener)
  // onlineManager is silent where it was wrong: from its "online" to the real one nothing changes.
  globalThis.addEventListener?.('online', listener)
  return () => {
    stopFocus()
    stopOnline()
    globalThis.removeEventListener?.('online', listener)
    // Nobody tells it any more when the network is back, and it would be believed: from here on only the page is asked.
    if (!onlineManager.hasListeners() && globalThis.navigator?.onLine === false) onlineManager.setOnline(true)
  }
}
