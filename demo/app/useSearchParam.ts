import { useState } from 'react'

/** Returns a parameter of the page's URL and its setter, so that a link opens the demo in the same state. */
export function useSearchParam(name: string): [string | null, (value: string) => void] {
  const [value, setValue] = useState(() => new URLSearchParams(location.search).get(name))
  return [
    value,
    (value) => {
      const url = new URL(location.href)
      url.searchParams.set(name, value)
      history.replaceState(null, '', url)
      setValue(value)
    },
  ]
}
