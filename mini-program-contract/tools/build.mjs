// Builds client/dist: one CommonJS file, as the npm builder of WeChat's developer tools takes it, and the types.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('client/dist', { recursive: true, force: true });
await build({
  entryPoints: ['client/src/index.ts'],
  outfile: 'client/dist/index.js',
  bundle: true,
  minify: true,
  format: 'cjs',
  target: 'es2017',
  // Chinese as it is: escaped it would be twice as long.
  charset: 'utf8',
  logLevel: 'warning',
});
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'client'], { stdio: 'inherit' });
