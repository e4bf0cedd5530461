import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { countZi } from '../src/index';

const vectors = JSON.parse(readFileSync('words.json', 'utf8')) as { text: string; zi: number; why: string }[];

test('There are vectors to count', () => assert.ok(vectors.length >= 60));

for (const { text, zi, why } of vectors) {
  test(`字: ${why}`, () => assert.equal(countZi(text), zi));
}

test('Texts with a space between them count as the sum of the two', () => {
  for (const first of vectors) {
    for (const second of vectors) {
      assert.equal(countZi(`${first.text} ${second.text}`), first.zi + second.zi, `${first.why} + ${second.why}`);
    }
  }
});

test('Half a surrogate pair counts as a visible character', () => assert.equal(countZi('匠\ud83d心'), 3));
