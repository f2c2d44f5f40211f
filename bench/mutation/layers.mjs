/**
 * Sources that are mutated in each layer. Of `ui` only the files without JSX.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const layers = {
  internal: 'src/internal/**/*.{ts,tsx}',
  contract: 'src/contract/**/*.ts',
  transport: 'src/transport/**/*.ts',
  polling: 'src/polling/**/*.ts',
  react: 'src/react/**/*.{ts,tsx}',
  view: 'src/view/**/*.ts',
  form: 'src/form/**/*.{ts,tsx}',
  ui: 'src/ui/**/*.ts',
  proxy: 'src/proxy/**/*.ts',
}
