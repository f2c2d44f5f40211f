/**
 * Layers that can be mutated, with the environment of their tests in `test/<layer>`. Of `ui` only the files without JSX.
 *
 * @type {Readonly<Record<string, { mutate: string, environment: 'node' | 'jsdom' }>>}
 */
export const layers = {
  internal: { mutate: 'src/internal/**/*.{ts,tsx}', environment: 'jsdom' },
  contract: { mutate: 'src/contract/**/*.ts', environment: 'node' },
  transport: { mutate: 'src/transport/**/*.ts', environment: 'node' },
  polling: { mutate: 'src/polling/**/*.ts', environment: 'node' },
  react: { mutate: 'src/react/**/*.{ts,tsx}', environment: 'jsdom' },
  view: { mutate: 'src/view/**/*.{ts,tsx}', environment: 'jsdom' },
  form: { mutate: 'src/form/**/*.{ts,tsx}', environment: 'jsdom' },
  ui: { mutate: 'src/ui/**/*.ts', environment: 'jsdom' },
  proxy: { mutate: 'src/proxy/**/*.ts', environment: 'node' },
}
