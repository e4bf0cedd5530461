// Writes what the client knows from the contract: types and routes from openapi.json, codes and their Chinese text from problems.md.
//   node tools/generate.mjs            writes the files
//   node tools/generate.mjs --check    writes nothing and fails where a file is not what the contract says
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const contract = new URL('../', import.meta.url);
const mark = '// Written by tools/generate.mjs from the contract: run "npm run generate", never edit.\n';

const description = JSON.parse(await readFile(new URL('openapi.json', contract), 'utf8'));
const problems = await readFile(new URL('problems.md', contract), 'utf8');
const codes = codesOf(description);
const files = {
  'api.ts': mark + astToString(await openapiTS(description)),
  'routes.ts': mark + routes(description),
  'problem-texts.ts': mark + problemTexts(problems, codes),
  'problem-codes.ts': mark + problemCodes(codes),
};

const stale = [];
for (const [name, text] of Object.entries(files)) {
  const file = new URL(`client/src/${name}`, contract);
  const written = await readFile(file, 'utf8').catch(() => '');
  if (written === text) continue;
  if (process.argv.includes('--check')) stale.push(fileURLToPath(file));
  else await writeFile(file, text);
}
if (stale.length > 0) {
  console.error(`Not what the contract says; run ./scripts/write-contract.sh and look at what it changed:\n${stale.join('\n')}`);
  process.exit(1);
}

/** One line an operation: method, path after /api/v1, and who is asked: ! a login, ? a login that may be missing, + an Idempotency-Key. */
function routes({ paths }) {
  const lines = [];
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!operation.operationId) continue;
      const needsLogin = operation.security?.length > 0 && operation.security.every((way) => Object.keys(way).length > 0);
      // A read that anybody may make and that can answer 401 looks at a token that came along.
      const takesLogin = operation.security?.length > 0 || (method === 'get' && operation.responses['401'] !== undefined);
      const takesKey = operation.parameters?.some((each) => each.in === 'header' && each.name === 'Idempotency-Key');
      const marks = (needsLogin ? '!' : takesLogin ? '?' : '') + (takesKey ? '+' : '');
      const route = `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '')} ${marks}`.trimEnd();
      lines.push(`  ${operation.operationId}: '${route}',`);
    }
  }
  return (
    "/** Method, path after /api/v1, and marks: `!` needs a login, `?` takes one where there is one, `+` takes an Idempotency-Key. */\n" +
    `export const routes = {\n${lines.join('\n')}\n} as const;\n`
  );
}

/** By operation: every code it can answer. */
function codesOf({ paths }) {
  return Object.values(paths)
    .flatMap((item) => Object.values(item))
    .filter(({ operationId }) => operationId)
    .map(({ operationId, responses }) => [operationId, Object.values(responses).flatMap((response) => response['x-problem-codes'] ?? []).sort()]);
}

/** Every code an operation can answer, with its first sentence. */
function problemTexts(markdown, codes) {
  const met = new Set(codes.flatMap(([, some]) => some));
  const lines = [];
  for (const line of markdown.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const code = /^`([a-z-]+)`$/.exec(cells[1] ?? '')?.[1];
    if (met.has(code)) lines.push(`  '${code}': ${JSON.stringify(cells[4].split(' / ')[0])},`);
  }
  return (
    '/** What a person reads for each code. The service sends the sentence too; this one is for texts prepared beforehand. */\n' +
    `export const problemTexts = {\n${lines.join('\n')}\n} as const;\n`
  );
}

/** Types alone, so they weigh nothing on a phone. */
function problemCodes(codes) {
  const lines = codes.map(([operation, some]) => `  ${operation}: ${some.map((code) => `'${code}'`).join(' | ')};`);
  return `/** Which codes each operation can answer. */\nexport interface ProblemCodes {\n${lines.join('\n')}\n}\n`;
}
