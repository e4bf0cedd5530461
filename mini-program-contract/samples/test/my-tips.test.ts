import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { Schema } from '../../client/src/index';
import { refuses, type Asked, type Says } from '../../client/test/server';
import { closeAll, later, Page, says } from './page';

afterEach(closeAll);

const tip = (id: string, more: Partial<Schema<'MyTip'>> = {}): Schema<'MyTip'> => ({
  id,
  state: 'Received',
  name: `师傅${id}`,
  workUnit: '杭州钟表厂',
  workplace: null,
  district: '330102',
  trade: 'machinery',
  story: '他修了三十年钟表，街坊都找他。',
  relation: '邻居',
  workerContactMasked: '138****0000',
  createdAt: '2026-11-25T18:05:00Z',
  version: 3,
  thread: [{ at: '2026-11-25T18:05:00Z', kind: 'Received', text: '已收到您的推荐。' }],
  question: null,
  answer: null,
  reasonCode: null,
  candidateId: null,
  photos: [],
  thanksName: null,
  ...more,
});
const asks: Partial<Schema<'MyTip'>> = { state: 'InfoRequested', question: '师傅在哪个车间？' };
const list = (tips: Schema<'MyTip'>[], nextCursor: string | null = null) => says<Schema<'MyTipPage'>>({ items: tips, nextCursor });

/** The page of somebody with one tip, which is read and changed as told. */
async function withTip(one: (asked: Asked) => Says | Promise<Says>, listed = tip('1', asks)) {
  const page = await Page.open('my-tips', (asked) => (asked.path === '/api/v1/me/tips' ? list([listed]) : one(asked)));
  await page.until('师傅1');
  return page;
}
const changes = (page: Page) => page.server.asked.filter(({ method }) => method === 'PUT');

test('The list is loading, then there, with each state in words', async () => {
  const answer = later<Says>();
  const page = await Page.open('my-tips', () => answer.promise);
  assert.match(page.text, /加载中/);
  answer.come(list([tip('1', asks), tip('2', { state: 'Joined' }), tip('3', { state: 'OfLaterDays' as never })]));
  await page.until('没有更多了');
  assert.deepEqual(page.texts('.state'), ['有问题请您回答', '已核实采纳', '办理中']);
  assert.match(page.text, /11月26日 02:05 推荐/);
});

test('Who tipped nobody yet reads so', async () => {
  const page = await Page.open('my-tips', () => list([]));
  await page.until('您还没有推荐过师傅。');
});

test('A list that failed can be tried again, and goes on at the bottom', async () => {
  const page = await Page.open('my-tips', ({ path }, nth) =>
    path.includes('cursor=') ? list([tip('2')]) : nth === 1 ? refuses(500, 'internal-error', { title: '服务出了问题。' }) : list([tip('1')], 'two'),
  );
  await page.until('服务出了问题。');
  page.tap('.retry');
  await page.until('师傅1');
  page.does('onReachBottom');
  await page.until('师傅2');
  assert.equal(page.all('.tip').length, 2);
});

test('Shown again, the list is read anew and not twice', async () => {
  let state: Schema<'TipState'> = 'Received';
  const page = await Page.open('my-tips', () => list([tip('1', { state })]));
  await page.until('已收到，等待核实');
  state = 'Claimed';
  page.does('onShow');
  await page.until('工作人员正在核实');
  assert.equal(page.all('.tip').length, 1);
});

test('A tip opens with its thread and closes again', async () => {
  const page = await withTip(() => says(tip('1')));
  page.tap('.line');
  await page.until('已收到您的推荐。');
  assert.equal(page.all('.answer').length, 0);
  page.tap('.line');
  await page.until(() => page.all('.entry').length === 0);
});

test('A thread that could not be read can be tried again', async () => {
  let isDown = true;
  const page = await withTip(() => (isDown ? refuses(500, 'internal-error', { title: '服务出了问题。' }) : says(tip('1'))));
  page.tap('.line');
  await page.until('服务出了问题。');
  isDown = false;
  page.tap('.retry-tip');
  await page.until('已收到您的推荐。');
  assert.doesNotMatch(page.text, /服务出了问题/);
});

test('A question is answered with the whole tip and its version', async () => {
  let isAnswered = false;
  const page = await withTip(({ method }) => {
    if (method === 'GET') return says(tip('1', isAnswered ? {} : asks));
    isAnswered = true;
    return says<Schema<'ChangeMyTipResponse'>>({ id: '1', state: 'Received', version: 4 });
  });
  page.tap('.line');
  await page.until('工作人员问：师傅在哪个车间？');
  page.tap('.send');
  await page.until('请先写下您的回答。');
  page.type('.answer', ' 在总装车间。 ');
  page.tap('.send');
  page.tap('.send');
  await page.until('已收到您的回答，谢谢。');
  await page.until(() => page.all('.answer').length === 0);
  assert.deepEqual(
    changes(page).map(({ path, body }) => [path, JSON.parse(body) as unknown]),
    [
      [
        '/api/v1/me/tips/1',
        {
          name: '师傅1',
          workUnit: '杭州钟表厂',
          workplace: null,
          district: '330102',
          trade: 'machinery',
          story: '他修了三十年钟表，街坊都找他。',
          relation: '邻居',
          version: 3,
          answer: '在总装车间。',
        },
      ],
    ],
  );
});

test('An answer that was lost is given again under its key', async () => {
  const page = await withTip(({ method }) => (method === 'GET' ? says(tip('1', asks)) : says<Schema<'ChangeMyTipResponse'>>({ id: '1', state: 'Received', version: 4 })));
  page.tap('.line');
  await page.until('工作人员问');
  let isLost = true;
  page.phone.onReply = ({ method }) => (method === 'PUT' && isLost ? 'lose' : undefined);
  page.type('.answer', '在总装车间。');
  page.tap('.send');
  await page.until('网络不通');
  const before = changes(page).length;
  isLost = false;
  page.tap('.send');
  await page.until('已收到您的回答');
  assert.ok(changes(page).length > before);
  assert.equal(new Set(changes(page).map(({ headers }) => headers['idempotency-key'])).size, 1);
});

test('A tip that moved meanwhile is read again, and the answer goes with its new version', async () => {
  let version = 3;
  const page = await withTip(({ method, body }) => {
    if (method === 'GET') return says(tip('1', { ...asks, version }));
    if ((JSON.parse(body) as { version: number }).version === 5) return says<Schema<'ChangeMyTipResponse'>>({ id: '1', state: 'Received', version: 6 });
    version = 5;
    return refuses(409, 'version-stale', { title: '内容已经有变化，请重新读取。' });
  });
  page.tap('.line');
  await page.until('工作人员问');
  page.type('.answer', '在总装车间。');
  page.tap('.send');
  await page.until('内容已经有变化，请重新读取。');
  await page.until(() => !page.text.includes('加载中'));
  page.tap('.send');
  await page.until('已收到您的回答');
  assert.deepEqual(changes(page).map(({ body }) => (JSON.parse(body) as { answer: string }).answer), ['在总装车间。', '在总装车间。']);
});
