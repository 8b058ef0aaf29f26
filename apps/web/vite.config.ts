import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    // No data: URIs for scripts or styles, so that the strict content security policy holds.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': api } },
});
