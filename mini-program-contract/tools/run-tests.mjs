// Bundles the tests of some folders and runs them with node's own runner: node tools/run-tests.mjs client/test samples/test
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const folders = process.argv.slice(2);
const tests = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.test\.(ts|mjs)$/.test(name))
    .map((name) => path.join(folder, name)),
);
const out = path.join('node_modules/.tests', folders[0]);
rmSync(out, { recursive: true, force: true });
await build({ entryPoints: tests, outdir: out, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', sourcemap: 'inline', outExtension: { '.js': '.mjs' }, logLevel: 'warning' });
const built = readdirSync(out, { recursive: true }).filter((name) => name.endsWith('.test.mjs')).map((name) => path.join(out, name));
if (built.length === 0) throw new Error(`No tests in ${folders.join(', ')}.`);
process.exit(spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', '--test-timeout=120000', ...built], { stdio: 'inherit' }).status ?? 1);
