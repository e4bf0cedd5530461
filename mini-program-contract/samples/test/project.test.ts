import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const json = (file: string) => JSON.parse(readFileSync(path.join('samples', file), 'utf8'));
const templates = readdirSync('samples/miniprogram', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.wxml') && !file.includes('miniprogram_npm'))
  .map((file) => ({ file, text: readFileSync(path.join('samples/miniprogram', file), 'utf8') }));

test('The developer tools find the mini program, its TypeScript and its packages', () => {
  const { appid, miniprogramRoot, setting } = json('project.config.json');
  assert.equal(appid, 'touristappid');
  assert.deepEqual(setting.useCompilerPlugins, ['typescript']);
  assert.equal(setting.packNpmManually, true);
  const [{ packageJsonPath, miniprogramNpmDistDir }] = setting.packNpmRelationList;
  assert.deepEqual([packageJsonPath, miniprogramNpmDistDir], ['./package.json', `./${miniprogramRoot}`]);
  const pages: string[] = json(`${miniprogramRoot}app.json`).pages;
  for (const { pagePath } of json(`${miniprogramRoot}app.json`).tabBar.list) assert.ok(pages.includes(pagePath), pagePath);
});

test('The samples take the package that npm packs', () => {
  const { name, version } = JSON.parse(readFileSync('client/package.json', 'utf8'));
  assert.deepEqual(json('package.json').dependencies, { [name]: `file:../client/${name}-${version}.tgz` });
});

test('Whoever listens to the page hears what each box and picture is', () => {
  assert.ok(templates.length >= 5);
  for (const { file, text } of templates) {
    for (const [tag] of text.matchAll(/<(input|textarea|picker|image)\b[^>]*>/g)) {
      assert.match(tag, /aria-label="[^"]+"/, `${file}: ${tag}`);
    }
  }
});
