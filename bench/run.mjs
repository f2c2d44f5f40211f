// Compares the package in dist/ with its peers and writes bench/RESULTS.md. Arguments name the parts to run. The others keep
// their text. Exits with 1 if a bar is missed.
import { execSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { formatAs } from '../scripts/formatAs.mjs'

/**
 * Result of one part of the bench.
 *
 * @typedef {object} Section
 * @property {string} text Markdown, its first line the title (`## Size`)
 * @property {boolean} isMet whether every bar is met
 */

/** Parts in the order of the file. @type {Readonly<Record<string, () => Promise<Section>>>} */
const parts = {
  Size: async () => (await import('./size/reportSize.mjs')).reportSize(),
  Schedule: async () => (await import('./schedule/reportSchedule.mjs')).reportSchedule(),
  Page: async () => (await import('./page/reportPage.mjs')).reportPage(),
  Server: async () => (await import('./server/reportServer.mjs')).reportServer(),
  Proxy: async () => (await import('./proxy/reportProxy.mjs')).reportProxy(),
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((part) => !Object.keys(parts).some((name) => name.toLowerCase() === part))
if (unknown) {
  throw new TypeError(
    `There is no part ${unknown}. Expected ${Object.keys(parts).join(', ').toLowerCase()}, or no argument to run all.`,
  )
}

const folder = new URL('./', import.meta.url)
if (!existsSync(new URL('node_modules', folder))) {
  execSync('npm ci --no-audit --no-fund', { cwd: fileURLToPath(folder), stdio: 'inherit' })
}

const file = fileURLToPath(new URL('RESULTS.md', folder))
const sections = new Map(
  (await readFile(file, 'utf8'))
    .split(/^(?=## )/m)
    .slice(1)
    .map((section) => [/^## (.*)$/m.exec(section)?.[1], section]),
)
let isMet = true
for (const [name, report] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name.toLowerCase())) continue
  const section = await report()
  console.log(section.text)
  sections.set(name, section.text)
  isMet &&= section.isMet
  // After each part: the page alone takes twenty minutes, and a later part may fail.
  await writeResults()
}
console.log(isMet ? 'Every bar is met.' : 'A bar is missed.')
process.exitCode = isMet ? 0 : 1

async function writeResults() {
  const text = `# Measured

\`npm run bench\` writes this file, and \`npm run bench -- size\` one part of it. The other packages run as published, in the
versions of \`bench/package-lock.json\`. Ratios, counts and virtual times should also hold on other machines.

${Object.keys(parts)
  .flatMap((name) => sections.get(name) ?? [])
  .join('\n')}`
  await writeFile(file, await formatAs(file, text))
}
