import { describeHeap } from './describeHeap.mjs'
import { describeMinute } from './describeMinute.mjs'
import { describeForm } from './describeForm.mjs'
import { measureForm } from './measureForm.mjs'
import { measureHeap } from './measureHeap.mjs'
import { measureMinute } from './measureMinute.mjs'

/** @returns {Promise<import('../run.mjs').Section>} */
export async function reportPage() {
  const sections = [
    describeMinute(await measureMinute([1, 100, 1000], 'none'), await measureMinute([1, 100], 'loopback')),
    describeForm(await measureForm()),
    describeHeap(await measureHeap(true), await measureHeap(false)),
  ]
  return {
    text: `## Page

Measured in Chromium. Vite builds the page for production. This takes about twenty minutes.

${sections.map(({ text }) => text).join('\n')}`,
    isMet: sections.every(({ isMet }) => isMet),
  }
}
