import assert from 'node:assert/strict';
import { readFile, writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, test } from 'node:test';
import { Phone } from '../../test-support/wx-shim';
import { Cancellation, Cancelled, Craftsman, Lost, Refused, textOf } from '../src/index';
import type { CodeOf } from '../src/index';
import { refuses, Server, tokens, type Asked, type Says } from './server';

const login = '/api/v1/auth/wechat';
const refresh = '/api/v1/auth/refresh';
const vote = '/api/v1/candidates/c1/votes';
const voted: Says = { status: 201, body: { receipt: 'r', votesLeftToday: 2, day: '2026-11-26' } };
let server: Server;

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((each) => each.close()));

/** A client of a service that logs anybody in and answers the rest as told. */
async function craftsmanOf(answer: (asked: Asked, nth: number) => Says | Promise<Says>, settings: object = {}) {
  server = await Server.saying((asked, nth) =>
    asked.path === login ? tokens(`login${nth}`) : answer(asked, nth),
  );
  servers.push(server);
  const phone = new Phone().use();
  return { phone, craftsman: new Craftsman({ baseUrl: server.url, ...settings }) };
}

const castVote = (craftsman: Craftsman, more: object = {}) => craftsman.call('CastVoteForCandidate', { path: { id: 'c1' }, ...more });

test('Many callers without a login share one', async () => {
  const { phone, craftsman } = await craftsmanOf(() => ({ status: 200, body: { id: 'me', consents: [] } }));
  await Promise.all(Array.from({ length: 25 }, () => craftsman.call('GetCitizen')));
  assert.equal(phone.logins, 1);
  assert.equal(server.to(login).length, 1);
  assert.equal(server.to('/api/v1/me').length, 25);
});

test('The code of a login may come from elsewhere than wx.login', async () => {
  const { phone, craftsman } = await craftsmanOf(() => ({ status: 200, body: { id: 'me', consents: [] } }), {
    loginCode: () => Promise.resolve('dev:沈阿根'),
  });
  await craftsman.call('GetCitizen');
  assert.equal(phone.logins, 0);
  assert.deepEqual(server.to(login).map(({ body }) => JSON.parse(body) as unknown), [{ code: 'dev:沈阿根' }]);
});

test('What needs no login asks for none', async () => {
  const { phone, craftsman } = await craftsmanOf(() => ({ status: 200, body: { items: [], nextCursor: null, asOf: '' } }));
  await craftsman.call('ListCandidates', { query: { district: '330102', q: '沈 & 阿', cursor: undefined } });
  assert.equal(phone.logins, 0);
  assert.equal(server.asked[0]?.path, `/api/v1/candidates?district=330102&q=${encodeURIComponent('沈 & 阿')}`);
});

test('A session outlives the mini program', async () => {
  const { phone, craftsman } = await craftsmanOf(() => voted);
  await castVote(craftsman);
  await castVote(new Craftsman({ baseUrl: server.url }));
  assert.equal(phone.logins, 1);
});

test('At most ten requests are under way at once', async () => {
  const { phone, craftsman } = await craftsmanOf(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { status: 200, body: {} };
  });
  await Promise.all(Array.from({ length: 60 }, () => craftsman.call('GetCurrentCampaign')));
  assert.equal(phone.mostAtOnce, 10);
});

test('Many calls with an expired token refresh it once and are all repeated', async () => {
  const { phone, craftsman } = await craftsmanOf((asked) =>
    asked.path === refresh
      ? tokens('refreshed')
      : asked.headers.authorization === 'Bearer access-refreshed'
        ? voted
        : refuses(401, 'token-expired'),
  );
  await Promise.all(Array.from({ length: 25 }, () => castVote(craftsman)));
  assert.equal(server.to(refresh).length, 1);
  assert.equal(phone.logins, 1);
  assert.equal(server.to(refresh)[0]?.body, '{"refreshToken":"refresh-login1"}');
});

test('A session that ended begins anew with a login, and only once', async () => {
  const { phone, craftsman } = await craftsmanOf((asked) =>
    asked.path === refresh || asked.headers.authorization !== 'Bearer access-login2'
      ? refuses(401, asked.path === refresh ? 'session-ended' : 'token-expired')
      : voted,
  );
  await castVote(craftsman);
  assert.equal(phone.logins, 2);

  const hopeless = await craftsmanOf(() => refuses(401, 'session-ended'));
  await assert.rejects(castVote(hopeless.craftsman), (error: Refused) => error.code === 'session-ended');
  assert.equal(hopeless.phone.logins, 2);
});

test('A login code that WeChat does not know is followed by a new one', async () => {
  server = await Server.saying((asked, nth) =>
    asked.path !== login ? voted : nth === 1 ? refuses(401, 'login-code-invalid', {}, { 'retry-after': '0' }) : tokens('second'),
  );
  servers.push(server);
  const phone = new Phone().use();
  let drawn = 0;
  phone.codes = () => `code${++drawn}`;
  await castVote(new Craftsman({ baseUrl: server.url }));
  assert.deepEqual(server.to(login).map((asked) => asked.body), ['{"code":"code1"}', '{"code":"code2"}']);
});

test('A lost answer is asked for again under the same Idempotency-Key', async () => {
  const { phone, craftsman } = await craftsmanOf(() => voted);
  let lost = 0;
  phone.onReply = (sent) => (sent.url.endsWith('/votes') && lost++ === 0 ? 'lose' : undefined);
  assert.equal((await castVote(craftsman)).receipt, 'r');
  const keys = server.to(vote).map((asked) => asked.headers['idempotency-key']);
  assert.equal(keys.length, 2);
  assert.ok(keys[0]);
  assert.equal(keys[0], keys[1]);
});

test('Two acts have two keys, and a key of the caller is kept', async () => {
  const { craftsman } = await craftsmanOf(() => voted);
  await castVote(craftsman);
  await castVote(craftsman);
  await castVote(craftsman, { key: 'mine' });
  const keys = server.to(vote).map((asked) => asked.headers['idempotency-key']);
  assert.equal(new Set(keys).size, 3);
  assert.equal(keys[2], 'mine');
});

test('What is lost for good says so with the key to go on with', async () => {
  const { phone, craftsman } = await craftsmanOf(() => voted, { attempts: 2 });
  phone.onReply = (sent) => (sent.url.endsWith('/votes') ? 'lose' : undefined);
  await assert.rejects(castVote(craftsman), (error) => error instanceof Lost && error.key === server.to(vote)[0]?.headers['idempotency-key']);
  assert.equal(server.to(vote).length, 2);
});

test('A write without a key is not repeated when its answer is lost', async () => {
  const { phone, craftsman } = await craftsmanOf(() => ({ status: 200, body: {} }));
  phone.onReply = (sent) => (sent.url.endsWith('/check') ? 'lose' : undefined);
  await assert.rejects(craftsman.call('CheckEligibility', { body: {} as never }), Lost);
  assert.equal(server.asked.length, 1);
});

for (const [status, code] of [[429, 'too-many-requests'], [503, 'voting-busy']] as const) {
  test(`${status} is repeated with the same key after Retry-After`, async () => {
    const { craftsman } = await craftsmanOf((_, nth) => (nth < 3 ? refuses(status, code, {}, { 'Retry-After': '0' }) : voted));
    await castVote(craftsman);
    assert.equal(server.to(vote).length, 3);
    assert.equal(new Set(server.to(vote).map((asked) => asked.headers['idempotency-key'])).size, 1);
  });

  test(`${status} with a Retry-After beyond patience is handed on`, async () => {
    const { craftsman } = await craftsmanOf(() => refuses(status, code, {}, { 'Retry-After': '3600' }));
    await assert.rejects(castVote(craftsman), (error: Refused) => error.code === code && error.retryAfter === 3600);
    assert.equal(server.to(vote).length, 1);
  });
}

test('A gateway that answers in HTML is a refusal without a code and with a sentence', async () => {
  const { craftsman } = await craftsmanOf(() => ({ status: 502, body: '<html>', headers: { 'content-type': 'text/html', 'retry-after': '0' } }));
  await assert.rejects(
    castVote(craftsman),
    (error: Refused) => error.status === 502 && error.code === null && error.message === textOf('internal-error'),
  );
  assert.equal(server.to(vote).length, 4);
});

test('A refusal carries code, sentence, clause, fields and what else the document has', async () => {
  const { craftsman } = await craftsmanOf(() =>
    refuses(409, 'already-voted-today', { clause: '三(二)', errors: { name: ['请填写这一项。'] }, receipt: 'r' }),
  );
  await assert.rejects(castVote(craftsman), (error: Refused) => {
    assert.ok(error instanceof Refused && error instanceof Error);
    assert.deepEqual(
      [error.code, error.message, error.clause, error.errors, error.document['receipt'], error.traceId],
      ['already-voted-today', '一句话。', '三(二)', { name: ['请填写这一项。'] }, 'r', 't'],
    );
    return true;
  });
  assert.equal(server.to(vote).length, 1);
});

test('Cancelling ends what is under way, what waits its turn and what waits to be repeated', async () => {
  const { craftsman } = await craftsmanOf((_, nth) =>
    nth === 1 ? refuses(503, 'voting-busy', {}, { 'Retry-After': '10' }) : new Promise<Says>(() => undefined),
  );
  const cancellation = new Cancellation();
  const calls = Array.from({ length: 15 }, () => castVote(craftsman, { cancellation }));
  const ends = Promise.allSettled(calls);
  while (server.to(vote).length < 10) await new Promise((resolve) => setTimeout(resolve, 5));
  cancellation.cancel();
  for (const end of await ends) {
    assert.ok(end.status === 'rejected' && end.reason instanceof Cancelled);
  }
  const before = server.asked.length;
  await assert.rejects(castVote(craftsman, { cancellation }), Cancelled);
  assert.equal(server.asked.length, before);
});

test('A photo goes as the part “file”, with token, key and progress, and is repeated like any write', async () => {
  const { craftsman } = await craftsmanOf((_, nth) =>
    nth === 1 ? refuses(503, 'uploads-busy', {}, { 'Retry-After': '0' }) : { status: 201, body: { photoId: 'p' } },
  );
  const filePath = path.join(await mkdtemp(path.join(tmpdir(), 'photo-')), 'a.jpg');
  await writeFile(filePath, 'picture');
  const seen: number[] = [];
  const { photoId } = await craftsman.upload('AddPhoto', { filePath, onProgress: (percent) => seen.push(percent) });
  assert.equal(photoId, 'p');
  const [first, second] = server.to('/api/v1/photos');
  assert.match(first!.body, /name="file"[\s\S]*picture/);
  assert.equal(first!.headers['idempotency-key'], second!.headers['idempotency-key']);
  assert.equal(second!.headers.authorization, 'Bearer access-login1');
  assert.deepEqual(seen, [100, 100]);
});

test('A file is fetched with the token, also after it expired, and its path handed on', async () => {
  const { craftsman } = await craftsmanOf((asked, nth) =>
    asked.path === refresh ? tokens('again') : nth === 1 ? refuses(401, 'token-expired') : { status: 200, body: 'a form' },
  );
  const file = await craftsman.download('DownloadMyForm', { path: { id: 'a1' } });
  assert.equal(await readFile(file, 'utf8'), 'a form');
  assert.equal(server.to('/api/v1/me/applications/a1/form.docx').at(-1)!.headers.authorization, 'Bearer access-again');
});

test('A refusal that came instead of a file is read from it, and Retry-After is kept', async () => {
  const { craftsman } = await craftsmanOf((_, nth) =>
    nth === 1 ? refuses(503, 'media-unavailable', {}, { 'Retry-After': '0' }) : refuses(409, 'form-before-submission'),
  );
  const early: CodeOf<'DownloadMyForm'> = 'form-before-submission';
  await assert.rejects(
    craftsman.download('DownloadMyForm', { path: { id: 'a1' } }),
    (error) => error instanceof Refused && error.code === early && error.status === 409,
  );
  assert.equal(server.asked.filter(({ path }) => path.endsWith('form.docx')).length, 2);
});

test('A list is read page by page with the same query, however often it is asked', async () => {
  const { craftsman } = await craftsmanOf((asked) => {
    const cursor = new URL(asked.path, server.url).searchParams.get('cursor');
    return { status: 200, body: { asOf: '', items: [{ id: cursor ?? 'a' }], nextCursor: cursor === null ? 'b' : cursor === 'b' ? 'c' : null } };
  });
  const pages = craftsman.pages('ListCandidates', { query: { trade: 'machinery' } });
  await Promise.all([pages.more(), pages.more()]);
  assert.equal(server.asked.length, 1);
  while (!pages.isDone) await pages.more();
  assert.deepEqual(pages.items.map((item) => item.id), ['a', 'b', 'c']);
  assert.deepEqual(await pages.more(), []);
  assert.ok(server.asked.every((asked) => asked.path.includes('trade=machinery')));
  await pages.restart();
  assert.deepEqual([pages.items.length, pages.isDone], [1, false]);
});

test('Logging out forgets the session even when nobody answers', async () => {
  const { phone, craftsman } = await craftsmanOf(() => refuses(404, 'not-found'));
  await craftsman.call('GetCitizen').catch(() => undefined);
  assert.equal(craftsman.isLoggedIn, true);
  await assert.rejects(craftsman.logOut(), Refused);
  assert.equal(craftsman.isLoggedIn, false);
  await craftsman.logOut();
  assert.equal(phone.logins, 1);
});

test('A read that anybody may make takes the token along once there is one', async () => {
  const { craftsman } = await craftsmanOf((asked) => (asked.method === 'POST' ? voted : { status: 200, body: { id: 'c1' } }));
  const look = () => craftsman.call('GetCandidate', { path: { id: 'c1' } });
  await look();
  await castVote(craftsman);
  await look();
  assert.deepEqual(
    server.to('/api/v1/candidates/c1').map((asked) => asked.headers.authorization),
    [undefined, 'Bearer access-login1'],
  );
});
