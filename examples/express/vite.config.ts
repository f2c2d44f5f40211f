import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist/client',
    rolldownOptions: {
      input: 'src/client.tsx',
      // Fixed names, since the server writes them into the HTML.
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
})
