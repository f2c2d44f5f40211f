import { focusManager, onlineManager } from '@tanstack/react-query'

export const isVisible = () => focusManager.isFocused()

/** Whether the browser reports a network. This is only a hint. `onlineManager` starts as online, even on an offline page. */
export const isOnline = () => onlineManager.isOnline() && globalThis.navigator?.onLine !== false

/** Subscribes to changes of {@link isOnline}. @returns the unsubscribe function */
export function onOnlineChange(listener: () => void): () => void {
  const unsubscribe = onlineManager.subscribe(listener)
  // onlineManager starts as online, so it does not notify when a page that loaded offline comes online.
  globalThis.addEventListener?.('online', listener)
  return () => {
    unsubscribe()
    globalThis.removeEventListener?.('online', listener)
    // Without listeners, onlineManager would stay offline. Set it to online; `isOnline` still checks `navigator.onLine`.
    if (!onlineManager.hasListeners() && globalThis.navigator?.onLine === false) onlineManager.setOnline(true)
  }
}

/** Calls back when the page is shown again, and when the network returns, even to a hidden page. @returns the unsubscribe function */
export function onReturn(listener: () => void): () => void {
  const unsubscribeFocus = focusManager.subscribe((visible) => visible && listener())
  const unsubscribeOnline = onOnlineChange(() => isOnline() && listener())
  return () => {
    unsubscribeFocus()
    unsubscribeOnline()
  }
}
