import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broken, lastReleased } from './additions.mjs';

/** What the checker says when the server changes like this. */
function after(change) {
  const now = lastReleased();
  change(now, now.components.schemas);
  return broken(lastReleased(), now);
}

const breaks = {
  'a route that is gone': (now) => delete now.paths['/api/v1/tips'],
  'a method that is gone': (now) => delete now.paths['/api/v1/me'].delete,
  'an operation renamed': (now) => (now.paths['/api/v1/tips'].post.operationId = 'Recommend'),
  'a field renamed in an answer': (_, schemas) => rename(schemas.CastVoteForCandidateResponse, 'votesLeftToday', 'votesLeft'),
  'a field renamed deep in a list': (_, schemas) => rename(schemas.ListCandidatesItem, 'voteCount', 'votes'),
  'a field renamed in a request': (_, schemas) => rename(schemas.SendTipRequest, 'relation', 'relationship'),
  'a word of an enum removed': (_, schemas) => schemas.TipState.enum.pop(),
  'a new field that a request needs': (_, schemas) => {
    schemas.SendTipRequest.properties.colour = { type: 'string' };
    schemas.SendTipRequest.required.push('colour');
  },
  'an optional field that a request needs now': (_, schemas) => schemas.SendTipRequest.required.push('workUnit'),
  'a field that an answer may be without now': (_, schemas) => schemas.SendTipResponse.required.pop(),
  'a field of another type': (_, schemas) => (schemas.CastVoteForCandidateResponse.properties.votesLeftToday.type = 'string'),
  'an answer that may be null now': (_, schemas) => (schemas.CastVoteForCandidateResponse.properties.receipt.type = ['null', 'string']),
  'a parameter that is gone': (now) => now.paths['/api/v1/candidates'].get.parameters.shift(),
  'a new parameter that is needed': (now) =>
    now.paths['/api/v1/candidates'].get.parameters.push({ name: 'age', in: 'query', required: true, schema: { type: 'string' } }),
  'a success that is gone': (now) => rename({ properties: now.paths['/api/v1/tips'].post.responses }, '201', '200'),
};

for (const [what, change] of Object.entries(breaks)) {
  test(`Breaks what is released: ${what}`, () => assert.notDeepEqual(after(change), []));
}

const grows = {
  nothing: () => {},
  'a new route': (now) => (now.paths['/api/v1/new'] = now.paths['/api/v1/tips']),
  'a new field in an answer': (_, schemas) => {
    schemas.SendTipResponse.properties.more = { type: 'string' };
    schemas.SendTipResponse.required.push('more');
  },
  'a new optional field of a request': (_, schemas) => (schemas.SendTipRequest.properties.more = { type: 'string' }),
  'a new word of an enum': (_, schemas) => schemas.TipState.enum.push('Resting'),
  'a new optional parameter': (now) =>
    now.paths['/api/v1/candidates'].get.parameters.push({ name: 'age', in: 'query', schema: { type: 'string' } }),
  'a new refusal': (now) => (now.paths['/api/v1/me'].get.responses['410'] = { description: 'Gone' }),
};

for (const [what, change] of Object.entries(grows)) {
  test(`Only grows: ${what}`, () => assert.deepEqual(after(change), []));
}

function rename({ properties }, from, to) {
  assert.ok(properties[from], from);
  properties[to] = properties[from];
  delete properties[from];
}
