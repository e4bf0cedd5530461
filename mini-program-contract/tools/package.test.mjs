import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

execFileSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' });
const manifest = JSON.parse(readFileSync('client/package.json', 'utf8'));

test('The client is less than 20 KB', () => {
  const bytes = readFileSync('client/dist/index.js').length;
  assert.ok(bytes < 20 * 1024, `${bytes} bytes`);
});

test('It needs nothing at run time', () => {
  assert.deepEqual(manifest.dependencies ?? {}, {});
  assert.doesNotMatch(readFileSync('client/dist/index.js', 'utf8'), /\brequire\(/);
});

test('npm packs what a mini program needs and nothing else', () => {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], { cwd: 'client', encoding: 'utf8' }));
  const files = packed.files.map(({ path }) => path);
  for (const needed of [manifest.main, manifest.types, `${manifest.miniprogram}/index.js`, 'README.md']) {
    assert.ok(files.includes(needed), needed);
  }
  assert.ok(files.every((file) => /^(dist\/|README\.md$|package\.json$)/.test(file)), files.join(', '));
});
