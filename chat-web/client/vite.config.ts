import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = 'http://localhost:9080';

export default defineConfig({
  plugins: [react()],
  build: {
    // Next to WEB-INF, which ../build-client.mjs creates.
    outDir: '../target/webapp',
    emptyOutDir: false,
    // The first browsers with light-dark(), which both themes use.
    target: ['chrome123', 'firefox120', 'safari17.5'],
  },
  server: {
    proxy: {
      '/api': server,
      '/ws': { target: server, ws: true },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
