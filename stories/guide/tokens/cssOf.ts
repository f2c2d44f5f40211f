import { tokens, type Dialled } from './tokens.ts'

/**
 * A stylesheet for a host that sets what was dialled. Browsers without `light-dark()` get the light colours, as they do from
 * styles.css itself.
 */
export function cssOf(dialled: Dialled): string {
  const set = tokens.flatMap(({ name }) => {
    const value = dialled[name]
    return value ? [{ name, ...value }] : []
  })
  if (set.length === 0) return '/* Turn a dial: what you change is written here. */'

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
