import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The folder of `serveStatic` in server.ts.
  build: { outDir: 'dist/client' },
  // In development, Vite sends the page and forwards the routes to the server.
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
