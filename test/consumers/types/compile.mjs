// Compiles the sources and all declarations that they import (`skipLibCheck: false`) with each installed TypeScript, with the
// module resolution of a bundler and of Node.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const versions = Object.keys(devDependencies).filter((name) => name.startsWith('typescript-'))

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  jsx: 'react-jsx',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
}

const resolutions = {
  bundler: { module: 'ESNext', moduleResolution: 'bundler' },
  nodenext: { module: 'NodeNext', moduleResolution: 'nodenext' },
}

const reacts = {
  'React 19': {},
  'React 18': {
    paths: { react: ['./node_modules/types-react-18'], 'react/*': ['./node_modules/types-react-18/*'] },
  },
}

let failed = 0
for (const version of versions)
  for (const [resolution, how] of Object.entries(resolutions))
    for (const [react, types] of Object.entries(reacts)) {
      // The types of React 18: only with the oldest and the newest compiler.
      const isExtreme = version === versions.at(0) || version === versions.at(-1)
      if (react === 'React 18' && !(isExtreme && resolution === 'nodenext')) continue
      const name = `${devDependencies[version].split('@').at(-1)}, ${resolution}, types of ${react}`
      writeFileSync(
        'tsconfig.json',
        JSON.stringify({ compilerOptions: { ...compilerOptions, ...how, ...types }, include: ['src'] }),
      )
      try {
        execFileSync(process.execPath, [`node_modules/${version}/bin/tsc`], { encoding: 'utf8' })
        console.log(`TypeScript ${name}: no errors`)
      } catch (error) {
        failed++
        console.error(`TypeScript ${name}:\n${error.stdout}${error.stderr}`)
      }
    }
if (failed > 0) throw new Error(`${failed} of the combinations above do not compile.`)
