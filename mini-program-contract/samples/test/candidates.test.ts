import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Schema } from '../../client/src/index';
import { refuses, type Asked, type Says } from '../../client/test/server';
import { Phone } from '../../test-support/wx-shim';
import { closeAll, later, Page, says } from './page';

afterEach(closeAll);

const candidate = (id: string, name: string): Schema<'ListCandidatesItem'> => ({
  id,
  name,
  workUnit: '杭州钟表厂',
  district: '330102',
  trade: 'machinery',
  photoUrl: `/media/photos/${id}/small`,
  tipCount: 4,
  voteCount: 120,
  publishedAt: '2026-11-20T02:00:00Z',
});
const list = (names: string[], nextCursor: string | null = null) =>
  says<Schema<'ListCandidatesResponse'>>({ asOf: '2026-11-26T02:00:00Z', items: names.map((name) => candidate(`id-${name}`, name)), nextCursor });
const isList = ({ path }: Asked) => path.startsWith('/api/v1/candidates?');
const voted = (votesLeftToday: number) => says<Schema<'CastVoteForCandidateResponse'>>({ receipt: 'HZ-7F3K', votesLeftToday, day: '2026-11-26' }, 201);

/** A page whose list has one candidate, and whose votes are answered as told. */
async function pageWithVotes(vote: (asked: Asked, nth: number) => Says | Promise<Says>, phone?: Phone) {
  const page = await Page.open('candidates', (asked, nth) => (isList(asked) ? list(['沈阿根', '陆小妹']) : vote(asked, nth)), phone);
  await page.until('沈阿根');
  return page;
}

test('The list is loading, then there', async () => {
  const answer = later<Says>();
  const page = await Page.open('candidates', () => answer.promise);
  assert.match(page.text, /加载中/);
  answer.come(list(['沈阿根']));
  await page.until('没有更多了');
  assert.match(page.text, /沈阿根\s*杭州钟表厂\s*120 票 · 4 人推荐/);
  assert.doesNotMatch(page.text, /加载中/);
  assert.equal(page.given('.photo', 'src'), 'http://127.0.0.1:5080/media/photos/id-沈阿根/small');
  assert.equal(page.phone.logins, 0);
});

test('A search that finds nobody says so', async () => {
  const page = await Page.open('candidates', () => list([]));
  await page.until('没有找到人选');
});

test('What failed can be tried again', async () => {
  const page = await Page.open('candidates', (_, nth) => (nth === 1 ? refuses(500, 'internal-error', { title: '服务出了问题。' }) : list(['沈阿根'])));
  await page.until('服务出了问题。');
  page.tap('.retry');
  await page.until('沈阿根');
  assert.doesNotMatch(page.text, /服务出了问题/);
});

test('What is wrong with the words is said with it', async () => {
  const errors = { q: ['请至少输入两个字。'] };
  const page = await Page.open('candidates', () => refuses(400, 'request-malformed', { title: '提交的内容有误。', errors }));
  await page.until('提交的内容有误。请至少输入两个字。');
});

test('At the bottom the next page is read once and put below', async () => {
  const second = later<Says>();
  const page = await Page.open('candidates', ({ path }) => (path.includes('cursor=two') ? second.promise : list(['甲', '乙'], 'two')));
  await page.until('乙');
  page.does('onReachBottom');
  page.does('onReachBottom');
  second.come(list(['丙']));
  await page.until('没有更多了');
  page.does('onReachBottom');
  assert.deepEqual(page.texts('.name'), ['甲', '乙', '丙']);
  assert.equal(page.server.asked.length, 2);
});

test('A list whose place is lost begins at the top when tried again', async () => {
  const page = await Page.open('candidates', ({ path }, nth) =>
    path.includes('cursor=') ? refuses(400, 'cursor-invalid', { title: '列表已经变化。' }) : list(nth === 1 ? ['甲'] : ['乙'], 'two'),
  );
  await page.until('甲');
  page.does('onReachBottom');
  await page.until('列表已经变化。');
  assert.deepEqual(page.texts('.name'), ['甲']);
  page.tap('.retry');
  await page.until('乙');
  assert.deepEqual(page.texts('.name'), ['乙']);
});

test('A search asks with its words, and an older answer is dropped', async () => {
  const slow = later<Says>();
  const page = await Page.open('candidates', ({ path }) => (path.includes('q=') ? list(['陆小妹']) : slow.promise));
  page.type('.words', ' 小妹 ');
  page.tap('.find');
  await page.until('陆小妹');
  slow.come(list(['沈阿根']));
  // Long enough for the older answer to arrive.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  assert.deepEqual(page.texts('.name'), ['陆小妹']);
  assert.ok(page.server.asked.some(({ path }) => path.endsWith(`q=${encodeURIComponent('小妹')}`)));
});

test('Pulled down, the list is read anew', async () => {
  const page = await Page.open('candidates', (_, nth) => list(nth === 1 ? ['沈阿根'] : ['陆小妹']));
  await page.until('沈阿根');
  await page.does('onPullDownRefresh');
  await page.until(() => page.texts('.name').join() === '陆小妹');
  assert.ok(page.told.some(({ name }) => name === 'stopPullDownRefresh'));
});

test('A vote shows its receipt and the votes left', async () => {
  const page = await pageWithVotes(() => voted(2));
  page.tap('.vote');
  page.tap('.vote');
  await page.until('HZ-7F3K');
  await page.until('今天还可以投 2 票');
  assert.equal(page.all('.vote').length, 1);
  assert.equal(page.server.asked.filter(({ path }) => path.endsWith('/votes')).length, 1);
});

test('Who voted already reads so, with the receipt', async () => {
  const page = await pageWithVotes(() =>
    refuses(409, 'already-voted-today', { title: '您今天已经为这位人选投过票了。', receipt: 'HZ-OLD', votesLeftToday: 1 }),
  );
  page.tap('.vote');
  await page.until('您今天已经为这位人选投过票了。');
  assert.match(page.text, /回执：HZ-OLD/);
  assert.match(page.text, /今天还可以投 1 票/);
});

test('With all votes used, no button votes any more', async () => {
  const page = await pageWithVotes(() => refuses(409, 'daily-quota-used', { title: '您今天的票已经投完，欢迎明天再来。' }));
  page.tap('.vote');
  await page.until('您今天的票已经投完，欢迎明天再来。');
  assert.deepEqual([page.given('.vote', 'disabled', 0), page.given('.vote', 'disabled', 1)], [true, true]);
});

test('Outside the phase of voting the sentence of the service is shown', async () => {
  const page = await pageWithVotes(() => refuses(409, 'voting-closed', { title: '现在不在投票时间内，请留意活动日程。' }));
  page.tap('.vote');
  await page.until('现在不在投票时间内，请留意活动日程。');
  assert.equal(page.given('.vote', 'disabled'), false);
});

test('A vote whose answer is lost is sent again with its key, also by hand', async () => {
  const page = await pageWithVotes(() => voted(2));
  let isLost = true;
  const votes = () => page.server.asked.filter(({ path }) => path.endsWith('/votes'));
  page.phone.onReply = ({ url }) => (url.endsWith('/votes') && isLost ? 'lose' : undefined);
  page.tap('.vote');
  await page.until('网络不通，请检查网络后再试。');
  const before = votes().length;
  isLost = false;
  page.tap('.vote');
  await page.until('HZ-7F3K');
  assert.ok(votes().length > before);
  assert.equal(new Set(votes().map(({ headers }) => headers['idempotency-key'])).size, 1);
});

test('Who comes back sees the votes of today', async () => {
  const mine: Schema<'ListMyVotesResponse'> = {
    day: '2026-11-26',
    votesLeftToday: 1,
    nextCursor: null,
    items: [
      { candidateId: 'id-沈阿根', candidateName: '沈阿根', day: '2026-11-26', castAt: '2026-11-26T01:00:00Z', receipt: 'HZ-TODAY' },
      { candidateId: 'id-陆小妹', candidateName: '陆小妹', day: '2026-11-25', castAt: '2026-11-25T01:00:00Z', receipt: 'HZ-YESTERDAY' },
    ],
  };
  const phone = new Phone();
  phone.wx.setStorageSync('craftsman.session', { accessToken: 'a', refreshToken: 'r' });
  const page = await pageWithVotes(() => says(mine), phone);
  await page.until('HZ-TODAY');
  await page.until('今天还可以投 1 票');
  assert.doesNotMatch(page.text, /HZ-YESTERDAY/);
});
