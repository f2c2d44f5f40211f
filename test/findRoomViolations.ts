import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import ts from 'typescript'

interface Room {
  /** The rooms it may import from, beside itself. */
  rooms: readonly string[]
  /** Those it may import types from, and nothing else. */
  types?: readonly string[]
  /** The packages it may import, with their subpaths; `node:` are Node's own modules. */
  packages?: readonly string[]
}

/** CONTRIBUTING.md, "Rooms": what each folder of src/ may know. `index.ts` is the file of that name. */
const rooms: Readonly<Record<string, Room>> = {
  contract: { rooms: [], packages: ['zod'] },
  transport: { rooms: ['contract'] },
  polling: { rooms: ['contract', 'transport'] },
  locales: { rooms: ['contract'] },
  react: {
    rooms: ['contract', 'transport', 'polling', 'locales'],
    packages: ['react', '@tanstack/react-query'],
  },
  form: { rooms: ['contract', 'transport', 'polling', 'locales', 'react'], packages: ['react'] },
  ui: {
    rooms: ['contract', 'transport', 'polling', 'locales', 'react', 'form'],
    packages: ['react', 'react-dom'],
  },
  proxy: { rooms: ['contract'], packages: ['@noble/hashes', 'jose'] },
  'proxy/node': { rooms: ['proxy'], packages: ['node:'] },
  testing: { rooms: ['contract', 'proxy'], types: ['polling'], packages: ['msw'] },
  'index.ts': { rooms: ['contract', 'transport', 'polling', 'locales', 'react', 'form', 'ui'] },
}

interface Import {
  specifier: string
  isTypeOnly: boolean
}

/** Every module that a source names: imports, re-exports, `import()` and types written as `import('…')`. */
function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, isTypeOnly })
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly)
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** A face lists what it shows: `export { a } from './a.ts'`, and nothing else. */
const isNamedExport = (statement: ts.Statement) =>
  ts.isExportDeclaration(statement) &&
  statement.moduleSpecifier !== undefined &&
  statement.exportClause !== undefined &&
  ts.isNamedExports(statement.exportClause)

/** The folder right below src/, but for the proxy's part that only Node runs: a room of its own. */
const roomOf = (path: string) => /^(proxy\/node(?=\/)|[^/]*)/.exec(path)![0]

const packageOf = (specifier: string) =>
  isBuiltin(specifier) ? 'node:' : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

function findImportViolation(path: string, { specifier, isTypeOnly }: Import): string | undefined {
  const own = roomOf(path)
  const room = rooms[own]
  if (!room) return `src/${path}: no room of this name is known`
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier)
    return room.packages?.includes(name) ? undefined : `src/${path}: ${own} may not import ${specifier}`
  }
  const target = roomOf(posix.join(posix.dirname(path), specifier))
  const allowed = [own, ...room.rooms, ...(isTypeOnly ? (room.types ?? []) : [])]
  if (allowed.includes(target)) return undefined
  if (target === '..') return `src/${path}: ${specifier} is outside src`
  const kind = room.types?.includes(target) ? 'more than types' : 'anything'
  return `src/${path}: ${own} may not import ${kind} from ${target} (${specifier})`
}

/**
 * The imports that run against the direction of the rooms, and the faces (`index.ts`) that hold more than named
 * exports, a sentence each.
 *
 * @param sources path below src/, with `/`, to the text of the file
 */
export function findRoomViolations(sources: Readonly<Record<string, string>>): string[] {
  return Object.entries(sources).flatMap(([path, text]) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
    const isFace = posix.basename(path) === 'index.ts'
    return [
      ...importsOf(source).flatMap((imported) => findImportViolation(path, imported) ?? []),
      ...(isFace && !source.statements.every(isNamedExport)
        ? [`src/${path}: a face holds explicit named exports and nothing else`]
        : []),
    ]
  })
}
