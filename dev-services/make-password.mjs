// Creates the embedded database's password once, in a file that only its owner can read: node make-password.mjs FILE
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const file = process.argv[2]
mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
try {
  writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
} catch (failed) {
  if (failed.code !== 'EEXIST') throw failed
}
