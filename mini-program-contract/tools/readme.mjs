// Does what README.md says under "From nothing to a cast vote", word for word and in a folder of its own:
//   SERVICE=http://127.0.0.1:5080 npm run readme
// Tests/Contract/MiniProgramTests.cs gives the address in CRAFTSMAN_STORY instead.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const service = process.env['SERVICE'] ?? JSON.parse(process.env['CRAFTSMAN_STORY'] ?? '{}').service;
assert.ok(service, 'Say in SERVICE where the service is.');

const [, section] = readFileSync('README.md', 'utf8').split('## From nothing to a cast vote\n');
const blocks = [...section.split('\n## ')[0].matchAll(/```(\w+)\n(.*?)```/gs)].map(([, language, text]) => ({ language, text }));
assert.deepEqual(blocks.map(({ language }) => language), ['sh', 'sh', 'js', 'sh'], 'The section has other blocks than this program knows.');
const [makePackage, install, program, vote] = blocks.map(({ text }) => text);
const [, file] = /^\/\/ (\S+\.mjs):/.exec(program);

const folder = mkdtempSync(path.join(tmpdir(), 'craftsman-readme-'));
const contract = path.join(folder, 'craftsman', 'mini-program-contract');
try {
  const isOurs = (from) => !/(^|\/)(node_modules|dist|miniprogram_npm)$|\.tgz$/.test(from);
  cpSync('.', contract, { recursive: true, filter: isOurs });
  // The tools come from npm's cache where they are in it; what a mini program installs comes from the package alone.
  run(makePackage, { npm_config_prefer_offline: 'true' });
  run(install, { npm_config_offline: 'true' });
  writeFileSync(path.join(folder, 'first-vote', file), program);
  const printed = run(vote, { SERVICE: service });
  process.stdout.write(printed);

  const names = [...printed.matchAll(/^(.+?)，.+，\d+ 票$/gm)].map(([, name]) => name);
  const [, voted, receipt] = /^已投给(.+?)。回执：(\S+?)。/m.exec(printed) ?? [];
  assert.ok(names.length > 0, 'No candidate was shown.');
  assert.ok(receipt, 'No receipt was shown.');
  assert.ok(names.includes(voted), `${voted} was not in the list.`);
  const known = await fetch(`${service}/api/v1/receipts/${receipt}`);
  assert.equal(known.status, 200, `The service does not know the receipt ${receipt}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a block as somebody would who copies it into a shell in this folder. What it wrote is shown when it fails. */
function run(commands, environment) {
  // npm tells the programs it starts how it was started itself; somebody's shell has none of that.
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  return execFileSync('sh', ['-e', '-c', commands], { cwd: contract, encoding: 'utf8', env: { ...own, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
}
