import { describeHeap } from './describeHeap.mjs'
import { describeMinute } from './describeMinute.mjs'
import { measureHeap } from './measureHeap.mjs'
import { measureMinute } from './measureMinute.mjs'

/** @returns {Promise<import('../run.mjs').Section>} */
export async function reportPage() {
  const sections = [
    describeMinute(await measureMinute()),
    describeHeap(await measureHeap(true), await measureHeap(false)),
  ]
  return {
    text: `## Page

In Chromium, built by Vite for production; about seven minutes.

${sections.map(({ text }) => text).join('\n')}`,
    isMet: sections.every(({ isMet }) => isMet),
  }
}
