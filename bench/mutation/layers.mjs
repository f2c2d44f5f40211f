/**
 * Layers that are mutated, with their sources. Of `ui` only the files without JSX: the tests of `form` test `useJobField`, and
 * only a browser can test `useKeptHeight`.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const layers = {
  internal: 'src/internal/**/*.{ts,tsx}',
  contract: 'src/contract/**/*.ts',
  transport: 'src/transport/**/*.ts',
  polling: 'src/polling/**/*.ts',
  react: 'src/react/**/*.{ts,tsx}',
  view: 'src/view/**/*.{ts,tsx}',
  form: 'src/{form/**/*,ui/root/useJobField}.ts',
  ui: 'src/ui/**/!(useJobField|useKeptHeight).ts',
  proxy: 'src/proxy/**/*.ts',
}
