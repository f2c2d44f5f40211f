import ts from 'typescript'

const printer = ts.createPrinter({ removeComments: true })

/** `const a: A` stands inside a list inside a statement; the statement is what reads well. */
const statementOf = (node: ts.Node): ts.Node => (ts.isVariableDeclaration(node) ? node.parent.parent : node)

/**
 * Every export of a module, values and types alike, by name with its declaration: what a host can see of it.
 *
 * @param entry path of a `.d.ts` file
 */
export function describePublicFace(entry: string): Record<string, string> {
  const program = ts.createProgram([entry], { module: ts.ModuleKind.ESNext, types: [], noLib: true })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(entry)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${entry} is missing or exports nothing: run npm run build first`)

  const describe = (symbol: ts.Symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const isTypeOnly = symbol.declarations?.some(ts.isTypeOnlyImportOrExportDeclaration)
    return [
      ...(isTypeOnly && target.flags & ts.SymbolFlags.Value ? ['// its type only'] : []),
      ...(target.declarations ?? []).map((node) =>
        printer.printNode(ts.EmitHint.Unspecified, statementOf(node), node.getSourceFile()),
      ),
    ].join('\n')
  }

  return Object.fromEntries(
    checker.getExportsOfModule(module).map((symbol) => [symbol.name, describe(symbol)]),
  )
}
