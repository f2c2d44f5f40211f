// Packs the package as npm would publish it, and installs the tarball in apps of their own outside the repository:
// each folder of test/consumers is one. What the hosts' tests say of the proxy is then tried on the Next.js one, as it
// was built. Slow (it installs), so it is no part of `npm test`.
import { execSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * @param {string} command
 * @param {string} [cwd]
 */
function run(command, cwd) {
  console.log(`$ ${command}`)
  execSync(command, { cwd, stdio: 'inherit' })
}

process.env.NEXT_TELEMETRY_DISABLED = '1'

const place = mkdtempSync(join(tmpdir(), 'itr-progress-consumers-'))
try {
  run(`npm pack --loglevel=warn --pack-destination ${place}`)
  const tarball = join(place, readdirSync(place).find((name) => name.endsWith('.tgz')) ?? '')

  for (const consumer of readdirSync('test/consumers')) {
    console.log(`\n# test/consumers/${consumer}`)
    const app = join(place, consumer)
    cpSync(join('test/consumers', consumer), app, { recursive: true })
    run(`npm install --no-audit --no-fund ${tarball}`, app)
    // Without msw, which is optional: what does not ask for it must build. Its types are in those of the testing kit.
    run('npm run build', app)
    run('npm install --no-audit --no-fund --save-dev msw@2', app)
    run('npm run typecheck', app)
  }

  process.env.NEXT_APP = join(place, 'next')
  run('npx vitest run --project consumers')
} finally {
  rmSync(place, { recursive: true, force: true })
}
