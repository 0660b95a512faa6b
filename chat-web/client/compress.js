import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const COMPRESSIBLE = /\.(html|js|css|svg|json)$/;

/**
 * Writes each file of the build a second and third time, compressed with brotli and gzip: PageServlet sends those. Fails
 * the build if the script for the first screen exceeds its budget.
 */
export function compress({ maxFirstScript }) {
  return {
    name: 'parley-compress',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      const quality = this.meta.watchMode ? 4 : constants.BROTLI_MAX_QUALITY;
      const sizes = new Map();
      for (const name of Object.keys(bundle).filter((each) => COMPRESSIBLE.test(each))) {
        const content = readFileSync(join(dir, name));
        const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
        sizes.set(name, brotli.length);
        writeFileSync(join(dir, `${name}.br`), brotli);
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
      const first = firstScripts(bundle).reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
      this.info(`script for the first screen: ${first} bytes compressed`);
      if (!this.meta.watchMode && first > maxFirstScript) {
        this.error(`The script for the first screen is ${first} bytes compressed; the budget is ${maxFirstScript}.`);
      }
    },
  };
}

/** The entry and everything that it imports statically. */
function firstScripts(bundle) {
  const found = new Set();
  const visit = (name) => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== 'chunk') return;
    found.add(name);
    chunk.imports.forEach(visit);
  };
  for (const [name, chunk] of Object.entries(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) visit(name);
  return [...found];
}
