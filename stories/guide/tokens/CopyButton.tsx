import { useState } from 'react'

/** Copies a text and confirms it. */
export function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  return (
    <div className="copy">
      <button type="button" onClick={() => void copy()}>
        Copy the CSS
      </button>
      <span role="status">{copied === text && 'Copied.'}</span>
    </div>
  )
}
