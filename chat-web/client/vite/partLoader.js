/** The module that Vite calls for each dynamic import of a build. */
const HELPER = '\0vite/preload-helper.js';

/** Loads all parts of the page with src/parts/importPart.ts, which can repeat a failed attempt. */
export function partLoader() {
  let replaced = false;
  return {
    name: 'parley-part-loader',
    apply: 'build',
    config: () => ({
      build: {
        modulePreload: {
          // The first browsers with light-dark() know it.
          polyfill: false,
          // Vite leaves out a part that depends on nothing.
          resolveDependencies: (file, files, { hostType }) =>
            hostType === 'js' && !files.includes(file) ? [file, ...files] : files,
        },
      },
    }),
    transform: {
      order: 'pre',
      handler(_code, id) {
        if (id !== HELPER) return undefined;
        replaced = true;
        return { code: `export { importPart as __vitePreload } from '/src/parts/importPart.ts';`, map: null };
      },
    },
    buildEnd(error) {
      if (!error && !replaced) this.error('Vite does not call its helper for dynamic imports any more.');
    },
  };
}
