// Compiles the sample mini program into node_modules/.samples as WeChat's developer tools would: a script beside each page's template.
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const source = 'samples/miniprogram';
const out = 'node_modules/.samples';
rmSync(out, { recursive: true, force: true });
const isStatic = (file) => !/\.ts$|miniprogram_npm|node_modules/.test(file);
cpSync(source, out, { recursive: true, filter: isStatic });
const { pages } = JSON.parse(readFileSync(`${source}/app.json`, 'utf8'));
const folders = readdirSync(`${source}/pages`).map((name) => `pages/${name}/index`);
if (folders.sort().join() !== [...pages].sort().join()) throw new Error(`app.json does not name the pages there are: ${folders}`);
await build({
  entryPoints: pages.map((page) => `${source}/${page}.ts`),
  outdir: out,
  outbase: source,
  bundle: true,
  format: 'cjs',
  target: 'es2018',
  charset: 'utf8',
  sourcemap: 'inline',
  alias: { 'craftsman-mini-program-client': './client/src/index.ts' },
  logLevel: 'warning',
});
