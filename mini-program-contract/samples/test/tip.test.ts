import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, test } from 'node:test';
import type { Schema } from '../../client/src/index';
import { refuses, type Asked, type Says } from '../../client/test/server';
import { Phone } from '../../test-support/wx-shim';
import { closeAll, later, Page, says } from './page';

const folder = mkdtempSync(path.join(tmpdir(), 'craftsman-samples-'));
const picture = path.join(folder, 'photo.jpg');
writeFileSync(picture, 'jpeg');
after(() => rmSync(folder, { recursive: true }));
afterEach(closeAll);

const campaign = says<Pick<Schema<'GetCurrentCampaignResponse'>, 'districts' | 'trades'>>({
  districts: [{ code: '330102', name: '上城区' }, { code: '330106', name: '西湖区' }],
  trades: [{ code: 'machinery', name: '机械制造' }, { code: 'textile-silk', name: '纺织丝绸' }],
});
const received = says<Schema<'SendTipResponse'>>({ id: 'tip-1', state: 'Received', createdAt: '2026-11-26T02:00:00Z' }, 201);
const similar = (...names: string[]) =>
  says<Schema<'FindSimilarTipsResponse'>>({ items: names.map((name) => ({ candidateId: name, name, workUnit: '杭州钟表厂', score: 0.9, reasons: [] })) });

type Answer = (asked: Asked, nth: number) => Says | Promise<Says>;

/** The form, shown; what it asks beside the campaign is answered as told. */
async function form(answers: { tips?: Answer; similar?: Answer; photos?: Answer }, phone = new Phone()) {
  const wx = {
    chooseMedia: () => Promise.resolve({ tempFiles: [{ tempFilePath: picture }] }),
  };
  const page = await Page.open(
    'tip',
    (asked, nth) => {
      const to = (answer: Answer | undefined) => answer?.(asked, nth) ?? refuses(404, 'not-found');
      if (asked.path === '/api/v1/campaigns/current') return campaign;
      if (asked.path.startsWith('/api/v1/tips/similar')) return to(answers.similar ?? (() => similar()));
      return asked.path === '/api/v1/photos' ? to(answers.photos) : to(answers.tips);
    },
    phone,
    wx,
  );
  await page.until('提交推荐');
  return page;
}

const sentTo = (page: Page, path: string) => page.server.to(path);
const bodies = (page: Page) => sentTo(page, '/api/v1/tips').map(({ body }) => JSON.parse(body) as Record<string, unknown>);
const keys = (page: Page) => sentTo(page, '/api/v1/tips').map(({ headers }) => headers['idempotency-key']);
const asked = (page: Page) => page.server.asked.filter(({ path }) => path.startsWith('/api/v1/tips/similar'));

function fill(page: Page, story = '他修了三十年钟表，街坊都找他。') {
  page.type('.name', '沈阿根');
  page.type('.workUnit', '杭州钟表厂');
  page.type('.story', story);
  page.type('.relation', '邻居');
  page.choose('.district', 1);
  page.choose('.trade', 0);
}

test('The form waits for the campaign and can be asked for again', async () => {
  const first = later<Says>();
  const page = await Page.open('tip', (_, nth) => (nth === 1 ? first.promise : campaign));
  assert.match(page.text, /加载中/);
  first.come(refuses(500, 'internal-error', { title: '服务出了问题。' }));
  await page.until('服务出了问题。');
  page.tap('.retry');
  await page.until('提交推荐');
});

test('A tip is sent with what was filled in, and the draft is gone', async () => {
  const page = await form({ tips: () => received });
  fill(page);
  page.tap('.send');
  page.tap('.send');
  await page.until('已经收到，谢谢您的推荐！');
  assert.deepEqual(bodies(page), [
    {
      name: '沈阿根',
      workUnit: '杭州钟表厂',
      district: '330106',
      trade: 'machinery',
      story: '他修了三十年钟表，街坊都找他。',
      relation: '邻居',
      photoIds: [],
    },
  ]);
  page.tap('.mine');
  await page.until(() => page.told.at(-1)?.name === 'switchTab');
  assert.deepEqual(page.told.at(-1)?.options, { url: '/pages/my-tips/index' });
  page.does('onUnload');
  const anew = await form({}, page.phone);
  assert.equal(anew.given('.name', 'value'), '');
  assert.doesNotMatch(anew.text, /已恢复/);
});

test('After a tip another one begins with an empty form and a key of its own', async () => {
  const page = await form({ tips: () => received });
  fill(page);
  page.tap('.send');
  await page.until('推荐另一位');
  page.tap('.again');
  await page.until('提交推荐');
  assert.equal(page.given('.name', 'value'), '');
  fill(page);
  page.tap('.send');
  await page.until('推荐另一位');
  assert.equal(new Set(keys(page)).size, 2);
});

test('字 are counted while the story is written', async () => {
  const page = await form({});
  page.type('.story', '修表 30 年。');
  await page.until('已写 5 字');
  page.type('.story', '工'.repeat(603));
  await page.until('已写 603 字，超出 3 字');
});

test('What is wrong stands at its field and goes when the field is changed', async () => {
  const errors = { story: ['至少 10 字。'], workUnit: ['工作单位和工作地点至少填写一项。'] };
  const page = await form({
    tips: (_, nth) => (nth === 1 ? refuses(400, 'request-malformed', { title: '有几处需要修改。', errors }) : received),
  });
  fill(page, '太短');
  page.tap('.send');
  await page.until('有几处需要修改。');
  const shown = page.all('.error').map(({ dom }) => [(dom as HTMLElement).dataset['field'], dom.textContent]);
  assert.deepEqual(shown, [['workUnit', '工作单位和工作地点至少填写一项。'], ['story', '至少 10 字。']]);
  assert.deepEqual(page.told.at(-1), { name: 'pageScrollTo', options: { selector: '.wrong' } });
  page.type('.story', '他修了三十年钟表，街坊都找他。');
  await page.until(() => page.all('.error').length === 1);
  assert.deepEqual(page.texts('.error'), ['工作单位和工作地点至少填写一项。']);
  page.tap('.send');
  await page.until('已经收到');
});

test('A tip whose answer was lost is sent again under its key, also after a restart', async () => {
  const page = await form({ tips: () => received });
  page.phone.onReply = ({ url }) => (url.endsWith('/tips') ? 'lose' : undefined);
  fill(page);
  page.tap('.send');
  await page.until('网络不通，请检查网络后再试。');
  page.does('onUnload');

  page.phone.onReply = () => undefined;
  const anew = await form({ tips: () => received }, page.phone);
  assert.match(anew.text, /上次提交没有收到答复。请再提交一次，不会重复。/);
  assert.equal(anew.given('.name', 'value'), '沈阿根');
  assert.equal(anew.given('.district', 'value'), 1);
  anew.tap('.send');
  await anew.until('已经收到');
  assert.ok(keys(page).length > 1);
  assert.equal(new Set([...keys(page), ...keys(anew)]).size, 1);
  assert.deepEqual(bodies(anew)[0], bodies(page)[0]);
});

test('Killed in the middle of sending, the form comes back with its key', async () => {
  const never = later<Says>();
  const page = await form({ tips: () => never.promise });
  fill(page);
  page.tap('.send');
  await page.until(() => keys(page).length === 1);
  const anew = await form({ tips: () => received }, page.phone);
  assert.match(anew.text, /上次提交没有收到答复/);
  anew.tap('.send');
  await anew.until('已经收到');
  assert.deepEqual(keys(anew), keys(page));
  // The page that was left must not try again in the middle of another test.
  never.come(received);
  await page.until('已经收到');
});

test('Changed after it had arrived, it is another tip and says so', async () => {
  const page = await form({ tips: (_, nth) => (nth === 1 ? refuses(422, 'idempotency-key-reused') : received) });
  fill(page);
  page.tap('.send');
  await page.until('您上次提交的内容已经收到');
  page.tap('.send');
  await page.until('已经收到，谢谢');
  assert.equal(new Set(keys(page)).size, 2);
});

test('A refused tip stays as a draft', async () => {
  const page = await form({ tips: () => refuses(409, 'tip-quota-used', { title: '今天的推荐次数已用完，谢谢您的热心，明天再来吧。' }) });
  fill(page);
  page.tap('.send');
  await page.until('今天的推荐次数已用完');
  page.does('onHide');
  const anew = await form({}, page.phone);
  assert.match(anew.text, /已恢复上次没有提交的内容/);
  assert.equal(anew.given('.story', 'value'), '他修了三十年钟表，街坊都找他。');
});

test('The hint asks once for what was typed in one go', async () => {
  const page = await form({ similar: () => similar('沈阿根') });
  for (const name of ['沈', '沈阿', '沈阿根']) page.type('.name', name);
  page.type('.workUnit', '钟表厂');
  await page.until('是不是这位师傅？');
  assert.deepEqual(page.texts('.hint'), ['沈阿根，杭州钟表厂']);
  assert.deepEqual(
    asked(page).map(({ path }) => decodeURIComponent(path)),
    ['/api/v1/tips/similar?name=沈阿根&workUnit=钟表厂'],
  );
});

test('One question of the hint at a time, and an answer to older words is dropped', async () => {
  const first = later<Says>();
  let underWay = 0;
  let most = 0;
  const page = await form({
    similar: async ({ path }) => {
      most = Math.max(most, ++underWay);
      const answer = decodeURIComponent(path).includes('name=沈阿根') ? similar('沈阿根') : await first.promise;
      underWay--;
      return answer;
    },
  });
  page.type('.name', '陆');
  await page.until(() => asked(page).length === 1);
  page.type('.name', '沈阿根');
  // Long enough for the pause to pass while the first question is open.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  assert.equal(asked(page).length, 1);
  first.come(similar('陆小妹'));
  await page.until('是不是这位师傅？');
  assert.deepEqual(page.texts('.hint'), ['沈阿根，杭州钟表厂']);
  assert.equal(most, 1);
});

test('A hint that fails is no hindrance, and without a name nothing is asked', async () => {
  const page = await form({ similar: () => refuses(500, 'internal-error', { title: '服务出了问题。' }), tips: () => received });
  page.type('.workUnit', '钟表厂');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  assert.equal(asked(page).length, 0);
  fill(page);
  await page.until(() => asked(page).length === 1);
  page.tap('.send');
  await page.until('已经收到');
  assert.doesNotMatch(page.text, /服务出了问题/);
});

test('A photo is uploaded, goes along with the tip and survives a restart', async () => {
  const page = await form({ photos: () => says<Schema<'AddPhotoResponse'>>({ photoId: 'photo-1' }, 201) });
  page.tap('.add-photos');
  await page.until('第 1 张，已上传');
  const anew = await form({ tips: () => received }, page.phone);
  assert.match(anew.text, /第 1 张，已上传/);
  fill(anew);
  anew.tap('.send');
  await anew.until('已经收到');
  assert.deepEqual(bodies(anew)[0]?.['photoIds'], ['photo-1']);
});

test('The upload says how far it is, and the tip waits for it', async () => {
  const answer = later<Says>();
  const page = await form({ photos: () => answer.promise, tips: () => received });
  fill(page);
  page.tap('.add-photos');
  await page.until('正在上传 100%');
  page.tap('.send');
  await page.until('有照片还没有上传好');
  assert.equal(keys(page).length, 0);
  answer.come(says<Schema<'AddPhotoResponse'>>({ photoId: 'photo-1' }, 201));
  await page.until('已上传');
  page.tap('.send');
  await page.until('已经收到');
});

test('A photo that was refused can be tried again or taken away', async () => {
  const page = await form({ photos: (_, nth) => (nth < 3 ? refuses(415, 'photo-unreadable', { title: '照片无法读取。' }) : says<Schema<'AddPhotoResponse'>>({ photoId: 'photo-1' }, 201)) });
  page.tap('.add-photos');
  await page.until('照片无法读取。');
  page.tap('.remove-photo');
  await page.until(() => page.all('.photo').length === 0);
  page.tap('.add-photos');
  await page.until('照片无法读取。');
  page.tap('.retry-photo');
  await page.until('第 1 张，已上传');
});
