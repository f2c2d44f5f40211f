/**
 * Whether the page that asks is ours or listed. A browser's `Sec-Fetch-Site` decides; one from before 2023 sends none, and
 * must name our own origin. A caller that sends neither header is no browser, and is not trusted (OWASP CSRF cheat sheet,
 * "Fetch Metadata").
 */
export function isTrustedOrigin(
  { headers, url }: Pick<Request, 'headers' | 'url'>,
  allowedOrigins: ReadonlySet<string>,
): boolean {
  const site = headers.get('Sec-Fetch-Site')
  if (site === 'same-origin') return true
  const origin = headers.get('Origin')
  if (origin === null) return false
  return allowedOrigins.has(origin) || (site === null && origin === originOf(url))
}

/** Null for a URL that has no origin of its own: a sandboxed page says `Origin: null` too. */
function originOf(url: string): string | null {
  try {
    const { origin } = new URL(url)
    return origin === 'null' ? null : origin
  } catch {
    return null
  }
}
