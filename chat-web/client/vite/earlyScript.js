import { build } from 'vite';

/**
 * Builds src/early.ts into a script without imports, and names it in the page before everything else: it is small, so it
 * runs while the browser still downloads the page itself.
 */
export function earlyScript() {
  const entry = 'src/early.ts';
  const name = 'early.js';
  let config;
  return {
    name: 'parley-early-script',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async buildStart() {
      this.addWatchFile(`${config.root}/${entry}`);
      const { output } = await build({
        configFile: false,
        root: config.root,
        logLevel: 'warn',
        build: {
          write: false,
          target: config.build.target,
          modulePreload: false,
          rollupOptions: { input: entry, output: { format: 'iife' } },
        },
      });
      this.emitFile({ type: 'asset', name, source: output[0].code });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const { fileName } = Object.values(bundle).find((each) => each.names?.includes(name));
        return [{ tag: 'script', attrs: { async: true, src: config.base + fileName }, injectTo: 'head-prepend' }];
      },
    },
  };
}
