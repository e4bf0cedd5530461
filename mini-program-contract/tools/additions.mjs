// Compares the description with the last released one. Things may be added; nothing that a phone relies on may go or change.
//   node tools/additions.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const methods = ['get', 'post', 'put', 'delete'];

/** What a program written for the old description would trip over in the new one, a sentence each. */
export function broken(old, now) {
  const found = [];
  const seen = new Set();
  const say = (where, what) => found.push(`${where}: ${what}`);

  for (const [path, item] of Object.entries(old.paths)) {
    for (const method of methods) {
      if (item[method]) operation(`${method.toUpperCase()} ${path}`, item[method], now.paths[path]?.[method]);
    }
  }
  return found;

  function operation(where, before, after) {
    if (!after) return say(where, 'is gone');
    if (after.operationId !== before.operationId) say(where, `was called ${before.operationId}`);
    parameters(where, before.parameters ?? [], after.parameters ?? []);
    if (after.requestBody?.required && !before.requestBody?.required) say(where, 'needs a body now');
    content(`${where} request`, before.requestBody?.content, after.requestBody?.content, true);
    for (const [status, response] of Object.entries(before.responses)) {
      const same = after.responses[status];
      if (same) content(`${where} ${status}`, response.content, same.content, false);
      else if (status < '400') say(where, `answers ${status} no more`);
    }
  }

  function parameters(where, before, after) {
    const named = (all, one) => all.find((each) => each.in === one.in && each.name === one.name);
    for (const parameter of before) {
      const same = named(after, parameter);
      if (!same) say(where, `takes no ${parameter.name} any more`);
      else schema(`${where} ${parameter.name}`, parameter.schema, same.schema, true);
    }
    for (const parameter of after) {
      if (parameter.required && !named(before, parameter)?.required) say(where, `needs ${parameter.name} now`);
    }
  }

  function content(where, before = {}, after = {}, isSent) {
    for (const [type, { schema: was }] of Object.entries(before)) {
      if (after[type]) schema(where, was, after[type].schema, isSent);
      else say(where, `${type} is gone`);
    }
  }

  function schema(where, before, after, isSent) {
    if (!before) return;
    if (!after) return say(where, 'says no longer what it is');
    const pair = before.$ref && after.$ref && `${isSent} ${before.$ref} ${after.$ref}`;
    if (pair && seen.has(pair)) return;
    if (pair) seen.add(pair);
    const { schema: was, types: wasTypes } = plain(old, before);
    const { schema: is, types: isTypes } = plain(now, after);

    // Who sends must still be understood, who receives must still understand.
    const [narrow, wide] = isSent ? [wasTypes, isTypes] : [isTypes, wasTypes];
    if (wide.length > 0 && !narrow.every((type) => wide.includes(type))) say(where, `was ${wasTypes.join(' or ')}, is ${isTypes.join(' or ')}`);
    if (was.format && is.format !== was.format) say(where, `was of format ${was.format}, is of ${is.format}`);
    for (const word of was.enum ?? []) {
      if (is.enum && !is.enum.includes(word)) say(where, `knows no ${word} any more`);
    }
    if (isSent && is.enum && !was.enum) say(where, 'takes certain words only');
    if (isSent) bounds(where, was, is);

    for (const [name, property] of Object.entries(was.properties ?? {})) {
      const same = is.properties?.[name];
      if (same) schema(`${where} ${name}`, property, same, isSent);
      else say(where, `has no ${name} any more`);
    }
    const [more, less] = isSent ? [is, was] : [was, is];
    for (const name of more.required ?? []) {
      if (!less.required?.includes(name)) say(where, isSent ? `needs ${name} now` : `may be without ${name} now`);
    }
    if (was.items) schema(`${where} []`, was.items, is.items, isSent);
    if (typeof was.additionalProperties === 'object') schema(`${where} {}`, was.additionalProperties, is.additionalProperties, isSent);
  }

  /** A bound written down for the first time is news to readers, not to the service; one that moved inwards refuses what was fine. */
  function bounds(where, was, is) {
    for (const bound of ['maxLength', 'maxItems', 'maximum']) {
      if (is[bound] < was[bound]) say(where, `${bound} fell from ${was[bound]} to ${is[bound]}`);
    }
    for (const bound of ['minLength', 'minItems', 'minimum']) {
      if (is[bound] > was[bound]) say(where, `${bound} rose from ${was[bound]} to ${is[bound]}`);
    }
  }
}

/** A schema without references, and its types: `oneOf` is only used here for “this or null”. */
function plain(document, schema) {
  let isNullable = false;
  while (schema.$ref || schema.oneOf || schema.allOf) {
    if (schema.$ref) {
      schema = document.components.schemas[schema.$ref.split('/').at(-1)];
    } else {
      const choices = schema.oneOf ?? schema.allOf;
      isNullable ||= choices.some(({ type }) => type === 'null');
      schema = choices.find(({ type }) => type !== 'null');
    }
  }
  return { schema, types: [...new Set([schema.type ?? [], isNullable ? 'null' : []].flat())] };
}

/** The released description with the highest number. */
export function lastReleased() {
  const [last] = readdirSync('released').sort((a, b) => parseInt(b.slice(8), 10) - parseInt(a.slice(8), 10));
  return JSON.parse(readFileSync(`released/${last}`, 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = broken(lastReleased(), JSON.parse(readFileSync('openapi.json', 'utf8')));
  if (found.length > 0) {
    console.error(`openapi.json breaks what is released:\n${found.join('\n')}`);
    process.exit(1);
  }
}
