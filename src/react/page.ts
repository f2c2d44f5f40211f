import { focusManager, onlineManager } from '@tanstack/react-query'

/** `onlineManager` begins as online, whatever the truth: a page that was loaded offline knows better. */
export const isOnline = () => onlineManager.isOnline() && globalThis.navigator?.onLine !== false

/** Whether the page may ask: it is shown and has a network. */
export const isAwake = () => focusManager.isFocused() && isOnline()

/** Calls back when the page is shown or hidden, and when the network comes or goes. */
export function onPageChange(listener: () => void): () => void {
  const stopFocus = focusManager.subscribe(listener)
  const stopOnline = onlineManager.subscribe(listener)
  const target = typeof window === 'undefined' ? undefined : window
  // onlineManager is silent where it was wrong: from its "online" to the real one nothing changes.
  target?.addEventListener?.('online', listener)
  target?.addEventListener?.('offline', listener)
  return () => {
    stopFocus()
    stopOnline()
    target?.removeEventListener?.('online', listener)
    target?.removeEventListener?.('offline', listener)
  }
}
