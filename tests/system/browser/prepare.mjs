// Makes the browser of the tests ready: npm's packages, then Chromium unpacked beside them. Does nothing when it is.
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync, createWriteStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const here = import.meta.dirname;
const lock = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
const browser = join(here, 'node_modules/.cache/chromium');
const stamp = join(browser, 'stamp');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) process.exit(0);

execFileSync('npm', ['ci'], {
  cwd: here,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
});

const packed = join(here, 'node_modules/@sparticuz/chromium/bin');
const unfinished = `${browser}.unfinished`;
rmSync(unfinished, { recursive: true, force: true });
rmSync(browser, { recursive: true, force: true });
mkdirSync(unfinished, { recursive: true });

await unpack('chromium.br', createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 }));
const { extract } = createRequire(import.meta.url)('tar-fs');
for (const archive of ['al2023', 'fonts', 'swiftshader']) await unpack(`${archive}.tar.br`, extract(unfinished));

// Its own libraries and, beside the machine's, its own fonts.
writeFileSync(join(unfinished, 'fonts.conf'), `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${browser}/fonts</dir>
  <cachedir>${browser}/fonts-cache</cachedir>
</fontconfig>
`);
writeFileSync(join(unfinished, 'run'), `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
LD_LIBRARY_PATH="$here/lib:$here\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
FONTCONFIG_FILE="$here/fonts.conf"
export LD_LIBRARY_PATH FONTCONFIG_FILE
exec "$here/chromium" "$@"
`, { mode: 0o755 });
// Playwright for Java looks for its driver in a folder "package".
const driver = join(here, 'node_modules/.cache/driver');
mkdirSync(driver, { recursive: true });
rmSync(join(driver, 'package'), { force: true });
symlinkSync(join(here, 'node_modules/playwright-core'), join(driver, 'package'), 'junction');

writeFileSync(join(unfinished, 'stamp'), lock);
renameSync(unfinished, browser);

async function unpack(archive, into) {
  await pipeline(createReadStream(join(packed, archive)), createBrotliDecompress(), into);
}
