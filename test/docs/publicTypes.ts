import { readdirSync } from 'node:fs'
import ts from 'typescript'
import { pathOf } from './pages.ts'

interface Property {
  type: string
  isOptional: boolean
}

interface PublicName {
  /** Signature of a function or definition of a type alias. Undefined for any other declaration. */
  type: string | undefined
  /** Members that the package declares, inherited ones included. Attributes of React and of the DOM are left out. */
  properties: Readonly<Record<string, Property>>
}

const sources = readdirSync(pathOf('src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => pathOf(`src/${file}`))

// Without libraries and packages, only the package's own types have members.
const program = ts.createProgram(sources, {
  module: ts.ModuleKind.Preserve,
  allowImportingTsExtensions: true,
  noResolve: true,
  noLib: true,
  types: [],
})
const checker = program.getTypeChecker()

/** Returns the source of a type on one line, without comments. */
const textOf = (type: ts.Node) =>
  type
    .getText()
    .replace(/\/\*\*.*?\*\//gs, '')
    .replace(/(?<=[\w>\])'])\n\s*(?=\w+\??:)/g, '; ')
    .replace(/\s+/g, ' ')
    .replace(/\( (\| )?/g, '(')
    .replace(/,? \)/g, ')')
    .replace(/^\| /, '')

function typeOf(node: ts.Declaration): string | undefined {
  if (ts.isFunctionDeclaration(node)) {
    const parameters = node.parameters.map(({ name, type, initializer, questionToken }) => {
      const mark = initializer || questionToken ? '?' : ''
      return `${ts.isIdentifier(name) ? name.text : 'options'}${mark}: ${textOf(type!)}`
    })
    return node.type && `(${parameters.join(', ')}) => ${textOf(node.type)}`
  }
  const { type } = node as Partial<ts.TypeAliasDeclaration | ts.PropertySignature>
  return type && textOf(type)
}

function describeProperty({ declarations, flags }: ts.Symbol): Property {
  const isOptional = (flags & ts.SymbolFlags.Optional) !== 0
  const types = declarations!.map((node) => typeOf(node)!)
  // Each member of a union declares the property for itself: `ItrJob`, `undefined`.
  const type = types.length === 1 ? types[0]! : [...new Set(types.join(' | ').split(' | '))].join(' | ')
  return {
    type: isOptional ? type.replace(/ \| undefined$/, '').replace(/^\((.*)\)$/, '$1') : type,
    isOptional,
  }
}

function describe(symbol: ts.Symbol): PublicName {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const properties = checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(target))
    .filter(({ declarations }) => declarations?.length)
  return {
    type: typeOf(target.declarations![0]!),
    properties: Object.fromEntries(properties.map((property) => [property.name, describeProperty(property)])),
  }
}

/** Returns the exports of a source file, values and types alike. */
export function readPublicTypes(file: string): Readonly<Record<string, PublicName>> {
  const module = checker.getSymbolAtLocation(program.getSourceFile(pathOf(file))!)!
  return Object.fromEntries(
    checker.getExportsOfModule(module).map((symbol) => [symbol.name, describe(symbol)]),
  )
}
