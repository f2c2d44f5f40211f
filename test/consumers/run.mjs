// Packs the package as npm would publish it, and installs the tarball in apps outside of the repository. Builds and type-checks
// them and runs their own tests, then drives them in Chromium. `npm run test:ci -- consumers` runs this.
// `node test/consumers/run.mjs vite` runs the apps and tests whose names begin with "vite".
import { exec, execSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {object} App
 * @property {string} name
 * @property {string} [create] command that creates the app in the folder of its name
 * @property {string[]} sources folders that are copied into the app, in this order
 * @property {string} [packages] installed beside the tarball
 * @property {Record<string, string>} [env] of the build
 */

/** Pages and routes that only the tests need. @param {string} app */
const extra = (app) => `test/consumers/extra/${app}`

/**
 * One test runner with the tests that docs/testing.md shows for all of them.
 *
 * @param {string} runner
 * @returns {App}
 */
const testedBy = (runner, config = runner, app = /** @type {string[]} */ ([])) => ({
  name: `testing-${runner}`,
  sources: [
    ...app,
    'docs/recipes/testing/tests',
    `docs/recipes/testing/${config}`,
    extra(`testing-${runner}`),
  ],
})

/** @type {App[]} */
const allApps = [
  {
    name: 'create-next-app',
    create:
      'npx --yes create-next-app@16.4.3 create-next-app --yes --ts --app --cache-components --no-tailwind --no-linter --no-src-dir --use-npm --disable-git --skip-install',
    sources: [extra('create-next-app')],
    packages: '@tanstack/react-query@5.108.0',
  },
  { name: 'express', sources: ['examples/express'] },
  // Only React's development build prints every hydration mismatch.
  { name: 'express-development', sources: ['examples/express'], env: { NODE_ENV: 'development' } },
  { name: 'nextjs', sources: ['examples/nextjs', extra('nextjs')] },
  { name: 'react-native', sources: ['docs/recipes/react-native', extra('react-native')] },
  testedBy('jest-29', 'jest'),
  testedBy('jest-30', 'jest'),
  testedBy('next-jest', 'next-jest', ['examples/nextjs']),
  testedBy('ts-jest'),
  testedBy('vitest'),
  { name: 'types', sources: ['test/consumers/types'] },
  { name: 'vite', sources: ['examples/vite'] },
  {
    name: 'vite-react-18',
    sources: ['examples/vite'],
    packages: 'react@18.3.1 react-dom@18.3.1 @types/react@18.3.27 @types/react-dom@18.3.7',
  },
  { name: 'webpack', sources: ['examples/vite', extra('webpack')] },
]

const names = process.argv.slice(2)
const apps = allApps.filter(({ name }) => names.length === 0 || names.some((start) => name.startsWith(start)))

process.env.NEXT_TELEMETRY_DISABLED = '1'
process.env.NEXT_FONT_GOOGLE_MOCKED_RESPONSES = fileURLToPath(new URL('google-fonts.cjs', import.meta.url))

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
    apps.map(async ({ name, create, sources, packages = '' }) => {
      const cwd = join(place, name)
      if (create) await promisify(exec)(create, { cwd: place })
      for (const source of sources) cpSync(source, cwd, { recursive: true })
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
    for (const script of ['build', 'typecheck', 'test'])
      if (scripts[script]) run(`npm run ${script}`, { cwd, env: { ...process.env, ...env } })
  }

  const files = names.map((name) => `test/consumers/${name}`).join(' ')
  run(`npx vitest run --project consumers --passWithNoTests ${files}`, {
    env: { ...process.env, CONSUMERS: place },
  })
} finally {
  rmSync(place, { recursive: true, force: true })
}
