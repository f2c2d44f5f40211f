// Packs the package as npm would publish it, and installs the tarball in copies of the apps in examples/ outside of the
// repository. Type-checks and builds them, then drives them in Chromium. `npm run test:ci -- consumers` runs this.
import { exec, execSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * @typedef {object} App
 * @property {string} name
 * @property {string} source folder that is copied
 * @property {string} [packages] installed beside the tarball
 * @property {Record<string, string>} [env] of the build
 */

/** @type {App[]} */
const apps = [
  { name: 'express', source: 'examples/express' },
  // Only React's development build prints every hydration mismatch.
  { name: 'express-development', source: 'examples/express', env: { NODE_ENV: 'development' } },
  { name: 'nextjs', source: 'examples/nextjs' },
  { name: 'types', source: 'test/consumers/types' },
  { name: 'vite', source: 'examples/vite' },
  {
    name: 'vite-react-18',
    source: 'examples/vite',
    packages: 'react@18.3.1 react-dom@18.3.1 @types/react@18.3.27 @types/react-dom@18.3.7',
  },
]

process.env.NEXT_TELEMETRY_DISABLED = '1'

/**
 * @param {string} command
 * @param {import('node:child_process').ExecSyncOptions} [options]
 */
function run(command, options) {
  console.log(`$ ${command}`)
  execSync(command, { stdio: 'inherit', ...options })
}

const place = mkdtempSync(join(tmpdir(), 'itr-progress-consumers-'))
try {
  run(`npm pack --loglevel=warn --pack-destination ${place}`)
  const tarball = join(place, readdirSync(place).find((name) => name.endsWith('.tgz')) ?? '')

  // Side by side, since they mostly wait for the network.
  await Promise.all(
    apps.map(async ({ name, source, packages = '' }) => {
      const cwd = join(place, name)
      cpSync(source, cwd, { recursive: true })
      // Pages and routes that only the tests need.
      const extra = source.replace('examples', 'test/consumers/extra')
      if (extra !== source && existsSync(extra)) cpSync(extra, cwd, { recursive: true })
      const started = Date.now()
      // Without msw, an optional peer: an app that does not use it must build.
      await promisify(exec)(`npm install --no-audit --no-fund ${tarball} ${packages}`, { cwd })
      console.log(`installed ${name} in ${Math.round((Date.now() - started) / 1000)} s`)
    }),
  )

  for (const { name, env } of apps) {
    console.log(`\n# ${name}`)
    const cwd = join(place, name)
    const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'))
    for (const script of ['build', 'typecheck'])
      if (scripts[script]) run(`npm run ${script}`, { cwd, env: { ...process.env, ...env } })
  }

  run('npx vitest run --project consumers', { env: { ...process.env, CONSUMERS: place } })
} finally {
  rmSync(place, { recursive: true, force: true })
}
