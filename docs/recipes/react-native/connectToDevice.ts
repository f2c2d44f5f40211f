import NetInfo from '@react-native-community/netinfo'
import { focusManager, onlineManager } from '@tanstack/react-query'
import { AppState } from 'react-native'

/** Tells react-query when the app is in the foreground and when the network returns. Call it once, when the app starts. */
export function connectToDevice() {
  AppState.addEventListener('change', (state) => focusManager.setFocused(state === 'active'))
  onlineManager.setEventListener((setOnline) =>
    // null: not known yet.
    NetInfo.addEventListener(({ isConnected }) => setOnline(isConnected !== false)),
  )
}
