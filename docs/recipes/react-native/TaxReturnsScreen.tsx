import { useItrJobStatus, useItrView } from 'itr-progress/headless'
import { useEffect } from 'react'
import { AccessibilityInfo, Linking, Pressable, StyleSheet, Text, View } from 'react-native'

interface TaxReturnsScreenProps {
  /** The handle from your backend. Until the sign-out, keep it and `startedAt` in storage, to resume after a restart of the app. */
  handle: string
  /** `Date.now()` when the backend returned the handle. */
  startedAt: number
  /** The person's session at your backend. */
  token: string
  onCompleted: () => void
  onRestart: () => void
}

const ORIGIN = 'https://loans.example'
const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

export function TaxReturnsScreen({
  handle,
  startedAt,
  token,
  onCompleted,
  onRestart,
}: TaxReturnsScreenProps) {
  const result = useItrJobStatus({
    jobId: handle,
    startedAt,
    proxyUrl: `${ORIGIN}/api/itr/status`,
    // The proxy rejects a request without an Origin, and only browsers set it. If TLS ends before the server, or with Next.js,
    // the proxy needs `allowedOrigins: [ORIGIN]`.
    headers: { Origin: ORIGIN, Authorization: `Bearer ${token}` },
    onCompleted,
  })
  const view = useItrView(result, { steps, actions: { onRestart } })

  useEffect(() => AccessibilityInfo.announceForAccessibility(view.announcement), [view.announcement])

  return (
    <View style={styles.screen}>
      <Text accessibilityRole="header" style={styles.heading}>
        {view.heading}
      </Text>
      {[...view.body, ...view.hints].map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      {view.steps.map(({ id, label, state, stateLabel }) => (
        <Text key={id} accessibilityLabel={`${label}: ${stateLabel}`} style={styles[state]}>
          {label}
        </Text>
      ))}
      {view.actions.map(({ name, label, href, run }) => (
        <Pressable
          key={name}
          accessibilityRole={href ? 'link' : 'button'}
          onPress={() => (href ? Linking.openURL(href) : run?.())}
          style={styles.action}
        >
          <Text>{label}</Text>
        </Pressable>
      ))}
    </View>
  )
}

const styles = StyleSheet.create({
  screen: { gap: 12, padding: 16 },
  heading: { fontSize: 20, fontWeight: '600' },
  completed: { opacity: 0.7 },
  current: { fontWeight: '600' },
  failed: { color: '#b42318' },
  upcoming: { opacity: 0.4 },
  action: { borderRadius: 8, borderWidth: 1, minHeight: 48, padding: 12 },
})
