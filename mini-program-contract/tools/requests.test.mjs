// The requests of requests/*.http are those of openapi.json: route, login, Idempotency-Key, parameters and fields.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const { paths, components } = JSON.parse(readFileSync('openapi.json', 'utf8'));
const known = (schema) => (schema.$ref ? components.schemas[schema.$ref.split('/').at(-1)] : schema);

for (const file of readdirSync('requests')) {
  const requests = readFileSync(`requests/${file}`, 'utf8').split(/^### /m).slice(1);
  for (const text of requests) {
    const [, title, method, url, headers = '', body] =
      /^(.+)\n(GET|POST|PUT|DELETE) \{\{service\}\}(\S+)\n((?:[\w-]+: .+\n)*)(?:\n([\s\S]+?))?\s*$/.exec(`${text.trimEnd()}\n`) ?? [];
    test(`${file}: ${title ?? text}`, () => {
      assert.ok(url, 'not a request as this test reads them');
      const { pathname, searchParams } = new URL(url.replace(/\{\{\w+\}\}/g, 'x'), 'http://x');
      const match = Object.keys(paths)
        .sort((a, b) => a.split('{').length - b.split('{').length)
        .find((path) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname) && paths[path][method.toLowerCase()]);
      assert.ok(match, `${method} ${pathname} is no route`);
      const operation = paths[match][method.toLowerCase()];
      const parameters = operation.parameters ?? [];
      const names = (place) => parameters.filter((each) => each.in === place).map((each) => each.name);
      assert.equal(headers.includes('Authorization:'), operation.security.length > 0, 'login');
      assert.equal(headers.includes('Idempotency-Key:'), names('header').includes('Idempotency-Key'), 'Idempotency-Key');
      for (const name of searchParams.keys()) assert.ok(names('query').includes(name), name);
      if (!operation.requestBody?.content['application/json']) return assert.equal(body, undefined);
      const { properties, required = [] } = known(operation.requestBody.content['application/json'].schema);
      const sent = JSON.parse(body.replaceAll('{{', '').replaceAll('}}', ''));
      for (const name of Object.keys(sent)) assert.ok(properties[name], `takes no ${name}`);
      for (const name of required) assert.ok(name in sent, `needs ${name}`);
    });
  }
}
