import type { Page } from 'playwright'

/** @returns what gives, as text, each request and answer of the page from now on, but for the request that starts the job */
export function recordTraffic(page: Page): () => Promise<string[]> {
  const seen: Promise<string>[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/itr/start')) return
    const sent = async () => JSON.stringify([request.url(), await request.allHeaders(), request.postData()])
    seen.push(sent())
  })
  page.on('response', (response) => {
    // A reload finds the page's modules in the cache; they are no answers about the job.
    if (response.request().resourceType() !== 'fetch') return
    const received = async () => JSON.stringify([await response.allHeaders(), await response.text()])
    seen.push(received())
  })
  return () => Promise.all(seen)
}
