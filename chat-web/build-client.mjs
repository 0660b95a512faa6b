// Builds the page where something of it changed; beside liberty:dev it goes on watching its sources.
// Called by Maven with the session's goals and `client.checks` as its arguments: with `false`, the page is built without
// its lint and tests.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

// Without goals of its own, Maven runs the default ones, which serve.
const goals = (process.argv[2] ?? '').replace(/[[\]]/g, '');
const checks = process.argv[3] !== 'false';
const serving = goals === '' || goals.includes('liberty:dev');
const client = join(import.meta.dirname, 'client');
const target = join(import.meta.dirname, 'target');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Parley's page is built with Node 20.19 or newer, and this is ${process.versions.node}: install a newer one.`);
  process.exit(1);
}

const port = Number(process.env.HTTP_PORT ?? 9080);
if (serving && (await isTaken(port))) {
  console.error(`Port ${port} is in use, so Parley cannot be served there: end what uses it, or set HTTP_PORT to another one.`);
  process.exit(1);
}

function isTaken(number) {
  return new Promise((resolve) => {
    const socket = connect(number, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'dist'].includes(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

/** Runs `work` unless it was done for the same digest before. */
function once(name, value, done, work) {
  const stamp = join(target, `${name}.stamp`);
  if (done && existsSync(stamp) && readFileSync(stamp, 'utf8') === value) return;
  work();
  mkdirSync(target, { recursive: true });
  writeFileSync(stamp, value);
}

function run(args) {
  const { status } = spawnSync('npm', args, { cwd: client, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`The page could not be built: npm ${args.join(' ')} ended with ${status}.`);
    process.exit(1);
  }
}

const modules = join(client, 'node_modules');
const webapp = join(target, 'webapp');
once('client-modules', digest([join(client, 'package-lock.json')]), existsSync(modules), () => run(['ci']));
once('client-page', digest(files(client)), existsSync(join(webapp, 'index.html')), () => {
  // Names of earlier builds' files have their digest in them and would pile up.
  rmSync(join(webapp, 'assets'), { recursive: true, force: true });
  run(['run', checks ? 'verify' : 'build']);
});
cpSync(join(import.meta.dirname, 'src', 'main', 'webapp'), webapp, { recursive: true });

if (serving) {
  // Ends with Maven: its standard input is a pipe that breaks then.
  const parent = process.ppid;
  const watch = `
    const { spawn } = require('node:child_process');
    const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--watch'], { stdio: 'ignore' });
    setInterval(() => { try { process.kill(${parent}, 0); } catch { vite.kill(); process.exit(); } }, 1000);
    vite.on('exit', () => process.exit());
    process.on('SIGINT', () => {});
  `;
  spawn(process.execPath, ['-e', watch], { cwd: client, detached: true, stdio: 'ignore' }).unref();
}
