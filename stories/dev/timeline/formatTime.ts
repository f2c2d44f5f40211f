/** `83_500` -> `1:23.5` */
export function formatTime(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const seconds = (ms % 60_000) / 1000
  const [whole = '0', tenth] = String(Math.round(seconds * 10) / 10).split('.')
  return `${minutes}:${whole.padStart(2, '0')}${tenth ? `.${tenth}` : ''}`
}
