import { tokens, type Dialled } from './tokens.ts'

/** Returns a stylesheet with the changed tokens. As in styles.css, browsers without `light-dark()` get the light colours. */
export function cssOf(dialled: Dialled): string {
  const set = tokens.flatMap(({ name }) => {
    const value = dialled[name]
    return value ? [{ name, ...value }] : []
  })
  if (set.length === 0) return '/* Change a value: the CSS appears here. */'

  const plain = set.map(({ name, light }) => `  --itr-${name}: ${light};`)
  const both = set
    .filter(({ light, dark }) => light !== dark)
    .map(({ name, light, dark }) => `    --itr-${name}: light-dark(${light}, ${dark});`)
  return [
    ':root {',
    ...plain,
    '}',
    ...(both.length > 0
      ? ['', '@supports (color: light-dark(#000, #fff)) {', '  :root {', ...both, '  }', '}']
      : []),
  ].join('\n')
}
