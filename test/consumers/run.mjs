// Packs the package as npm would publish it, and installs the tarball in apps of their own outside the repository: each folder
// of test/consumers is one. They are type-checked and built, then driven in Chromium; what the hosts' tests say of the proxy
// is tried on the Next.js one. Slow (it installs), so it is no part of `npm test`.
import { execSync, exec } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Apps that are another one with other versions. */
const variants = {
  'vite-react-18': {
    folder: 'vite',
    packages: 'react@18.3.1 react-dom@18.3.1 @types/react@18.3.27 @types/react-dom@18.3.7',
  },
}

process.env.NEXT_TELEMETRY_DISABLED = '1'

/**
 * @param {string} command
 * @param {string} [cwd]
 */
function run(command, cwd) {
  console.log(`$ ${command}`)
  execSync(command, { cwd, stdio: 'inherit' })
}

const place = mkdtempSync(join(tmpdir(), 'itr-progress-consumers-'))
try {
  run(`npm pack --loglevel=warn --pack-destination ${place}`)
  const tarball = join(place, readdirSync(place).find((name) => name.endsWith('.tgz')) ?? '')

  const folders = readdirSync('test/consumers').filter((name) =>
    existsSync(join('test/consumers', name, 'package.json')),
  )
  const apps = [
    ...folders.map((folder) => ({ app: folder, folder, packages: '' })),
    ...Object.entries(variants).map(([app, variant]) => ({ app, ...variant })),
  ]

  // Side by side, since they mostly wait for the network.
  await Promise.all(
    apps.map(async ({ app, folder, packages }) => {
      const cwd = join(place, app)
      cpSync(join('test/consumers', folder), cwd, { recursive: true })
      // Without msw, which is optional: what does not ask for it must build.
      const started = Date.now()
      await promisify(exec)(`npm install --no-audit --no-fund ${tarball} ${packages}`, { cwd })
      console.log(`installed ${app} in ${Math.round((Date.now() - started) / 1000)} s`)
    }),
  )

  for (const { app } of apps) {
    console.log(`\n# ${app}`)
    const cwd = join(place, app)
    const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'))
    for (const script of ['build', 'typecheck']) if (scripts[script]) run(`npm run ${script}`, cwd)
  }

  process.env.CONSUMERS = place
  run('npx vitest run --project consumers')
} finally {
  rmSync(place, { recursive: true, force: true })
}
