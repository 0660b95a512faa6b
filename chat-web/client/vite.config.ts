import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compress } from './compress.js';
import { earlyScript } from './vite/earlyScript.js';
import { emojiData } from './vite/emojiData.js';
import { partLoader } from './vite/partLoader.js';

const server = 'http://localhost:9080';

export default defineConfig({
  // Relative addresses: an installation may be below a path of its host.
  base: './',
  plugins: [react(), emojiData(), earlyScript(), partLoader(), compress({ maxFirstScript: 130_000 })],
  build: {
    // Next to WEB-INF, which ../build-client.mjs creates.
    outDir: '../target/webapp',
    emptyOutDir: false,
    // The first browsers with light-dark(), which both themes use.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    rollupOptions: {
      // What the first screen needs is one file, also where later parts share some of it.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/ws': { target: server, ws: true },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // One page for all files of a worker: most of the time would go into setting up a new one for each.
    pool: 'threads',
    isolate: false,
    // Machines that run the whole build at once are slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['src/testing/setUp.ts'],
    // Only for the test of the tokens; other style sheets are left out.
    css: { include: [/tokens\.css/] },
  },
});
