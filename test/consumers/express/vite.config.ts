import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// For both modes: React says more of a page that does not match its HTML in development.
export default defineConfig(({ mode }) => ({
  plugins: [react()],
  build: {
    outDir: `dist/${mode}`,
    rolldownOptions: {
      input: 'src/client.tsx',
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
}))
