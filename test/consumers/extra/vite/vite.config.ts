import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist/client',
    rolldownOptions: { input: ['index.html', 'own-query-client.html', 'states.html'] },
  },
})
