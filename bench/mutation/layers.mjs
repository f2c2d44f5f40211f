/** Layers of `src/` that are mutated. */
export const layers = ['internal', 'contract', 'transport', 'polling', 'react', 'view', 'form', 'ui', 'proxy']
