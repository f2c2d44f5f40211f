import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import ts from 'typescript'

interface Layer {
  /** Layers it may import from, besides itself. */
  layers: readonly string[]
  /** Layers it may import types from, and nothing else. */
  types?: readonly string[]
  /** Packages it may import, with their subpaths. `node:` stands for the modules of Node. */
  packages?: readonly string[]
}

const belowReact = ['internal', 'contract', 'transport', 'polling']
const belowUi = [...belowReact, 'react', 'locales', 'view', 'form']

/** docs/architecture.md, "Layers". A key is a folder or a file of src/; the longest key that a path begins with is its layer. */
export const layers: Readonly<Record<string, Layer>> = {
  internal: { layers: [], packages: ['react'] },
  contract: { layers: ['internal'], packages: ['zod'] },
  transport: { layers: ['internal', 'contract'] },
  polling: { layers: ['internal', 'contract'] },
  react: { layers: belowReact, types: ['locales'], packages: ['react', '@tanstack/react-query'] },
  locales: { layers: [], types: ['contract'] },
  view: { layers: ['internal', 'contract', 'polling', 'locales'] },
  'view/useItrView.ts': {
    layers: ['internal', 'contract', 'polling', 'locales', 'view', 'react'],
    packages: ['react'],
  },
  form: { layers: [...belowReact, 'react'], types: ['locales'], packages: ['react'] },
  ui: { layers: [...belowUi, 'view/useItrView.ts'], packages: ['react', 'react-dom'] },
  proxy: { layers: ['internal', 'contract'], packages: ['@noble/hashes', 'jose'] },
  'proxy/node': { layers: ['internal', 'proxy'], packages: ['node:'] },
  'proxy/index.node.ts': { layers: ['proxy', 'proxy/node'] },
  testing: { layers: ['internal', 'contract', 'proxy'], types: ['polling'] },
  'testing/msw': { layers: ['testing'], packages: ['msw'] },
  cli: { layers: ['internal', 'contract', 'proxy', 'testing'], packages: ['node:'] },
  'index.ts': { layers: [...belowUi, 'view/useItrView.ts', 'ui'] },
  'headless.ts': { layers: [...belowReact, 'react', 'locales', 'view', 'view/useItrView.ts'] },
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

const isNamedExport = (statement: ts.Statement) =>
  ts.isExportDeclaration(statement) &&
  statement.moduleSpecifier !== undefined &&
  statement.exportClause !== undefined &&
  ts.isNamedExports(statement.exportClause)

const isEntryPoint = (path: string) =>
  /^index(\.[\w-]+)?\.ts$/.test(posix.basename(path)) || path === 'headless.ts'

const layerOf = (path: string) =>
  Object.keys(layers)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0]

const packageOf = (specifier: string) =>
  isBuiltin(specifier) ? 'node:' : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

const targetOf = (path: string, specifier: string) => posix.join(posix.dirname(path), specifier)

function findImportViolation(path: string, { specifier, isTypeOnly }: Import): string | undefined {
  const own = layerOf(path)
  const layer = own && layers[own]
  if (!layer) return `src/${path}: no layer of this name is known`
  if (!specifier.startsWith('.')) {
    const isAllowed = layer.packages?.includes(packageOf(specifier))
    return isAllowed ? undefined : `src/${path}: ${own} may not import ${specifier}`
  }
  const target = targetOf(path, specifier)
  if (target.startsWith('..')) return `src/${path}: ${specifier} is outside src`
  const targetLayer = layerOf(target) ?? target
  if (targetLayer === own || layer.layers.includes(targetLayer)) return undefined
  const areTypesAllowed = layer.types?.includes(targetLayer)
  if (areTypesAllowed && isTypeOnly) return undefined
  const kind = areTypesAllowed ? 'more than types' : 'anything'
  return `src/${path}: ${own} may not import ${kind} from ${targetLayer} (${specifier})`
}

/** Import cycles, type imports included, each once as `a.ts -> b.ts -> a.ts`. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path)
    if (start >= 0) cycles.push(`import cycle: ${[...trail.slice(start), path].join(' -> ')}`)
    if (start >= 0 || done.has(path)) return
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return cycles
}

/**
 * Returns a sentence for each import against the direction of the layers, each import cycle, and each entry point that
 * holds more than named exports.
 *
 * @param sources path below src/, with `/`, to the text of the file
 */
export function findLayerViolations(sources: Readonly<Record<string, string>>): string[] {
  const graph = new Map<string, string[]>()
  const violations = Object.entries(sources).flatMap(([path, text]) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
    const imports = importsOf(source)
    const relative = imports.filter(({ specifier }) => specifier.startsWith('.'))
    graph.set(
      path,
      relative.map(({ specifier }) => targetOf(path, specifier)),
    )
    return [
      ...imports.flatMap((imported) => findImportViolation(path, imported) ?? []),
      ...(isEntryPoint(path) && !source.statements.every(isNamedExport)
        ? [`src/${path}: an entry point holds explicit named exports and nothing else`]
        : []),
    ]
  })
  return [...violations, ...findCycles(graph)]
}
