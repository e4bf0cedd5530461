// The whole way of a citizen and an applicant with the built client, on a stand-in for the phone, against the running service.
// Tests/Contract/MiniProgramTests.cs starts the service and says in CRAFTSMAN_STORY where everything is.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type * as Client from '../client/src/index';
import { Phone } from '../test-support/wx-shim';

interface Story {
  /** The service; the same a quarter of an hour later; one that lets few writes through; one whose database is away. */
  service: string;
  later: string;
  strict: string;
  broken: string;
  citizen: string;
  voters: string[];
  candidates: string[];
  photo: string;
  invitation: string;
  form: Record<string, unknown>;
}

const story = JSON.parse(process.env['CRAFTSMAN_STORY'] ?? '{}') as Story;
// What is packed for mini programs, not its sources.
const { Craftsman, Refused, textOf } = createRequire(import.meta.url)(`${process.cwd()}/client/dist/index.js`) as typeof Client;

function phoneOf(name: string) {
  const phone = new Phone().use();
  phone.codes = () => `dev:${name}`;
  return phone;
}

const refused = (code: Client.ProblemCode) => (error: unknown) => {
  assert.ok(error instanceof Refused, String(error));
  assert.equal(error.code, code, error.message);
  assert.match(error.message, /[\u4e00-\u9fff]/);
  return true;
};

test('A citizen reads, tips with a photo, votes through lost answers and an expired token, and takes everything along', async () => {
  const phone = phoneOf(story.citizen);
  const craftsman = new Craftsman({ baseUrl: story.service });
  const [first, second, third] = story.candidates as [string, string, string];

  const campaign = await craftsman.call('GetCurrentCampaign');
  assert.equal(campaign.districts.length, 13);
  const pages = craftsman.pages('ListCandidates', { query: { sort: 'newest', limit: 2 } });
  while (!pages.isDone && pages.items.length < 6) await pages.more();
  assert.equal(new Set(pages.items.map((item) => item.id)).size, pages.items.length);
  assert.equal((await craftsman.call('GetCandidate', { path: { id: first } })).id, first);
  assert.equal(phone.logins, 0);

  const { photoId } = await craftsman.upload('AddPhoto', { filePath: story.photo });
  await craftsman.call('FindSimilarTips', { query: { name: '沈阿根', workUnit: '杭州丝绸印染厂' } });
  const words = {
    name: '沈阿根',
    workUnit: '杭州丝绸印染厂',
    district: '330102',
    trade: 'textile-silk',
    story: '沈师傅在印染车间干了二十六年，配色不用看样卡，厂里的年轻人都跟他学。',
    relation: '同事',
  };
  await assert.rejects(craftsman.call('SendTip', { body: { ...words, story: '太短' } }), (error: Client.Refused) => {
    assert.deepEqual(Object.keys(error.errors), ['story']);
    return refused('request-malformed')(error);
  });
  const tip = await craftsman.call('SendTip', { body: { ...words, photoIds: [photoId] } });
  const mine = craftsman.pages('ListMyTips');
  await mine.more();
  assert.deepEqual(mine.items.map((item) => item.id), [tip.id]);
  const { version } = await craftsman.call('GetMyTip', { path: { id: tip.id } });
  await craftsman.call('ChangeMyTip', { path: { id: tip.id }, body: { ...words, relation: '徒弟', photoIds: [photoId], version } });
  await craftsman.call('WithdrawMyTip', { path: { id: tip.id } });
  assert.equal((await craftsman.call('GetMyTip', { path: { id: tip.id } })).state, 'Withdrawn');

  // The vote is stored and its answer lost: the same key brings the same receipt, and one vote is used.
  let lost = 0;
  phone.onReply = ({ url }, { status }) => (url.endsWith('/votes') && status === 201 && lost++ === 0 ? 'lose' : undefined);
  const vote = await craftsman.call('CastVoteForCandidate', { path: { id: first } });
  assert.equal(lost, 2);
  assert.equal(vote.votesLeftToday, campaign.votesPerDay - 1);
  await assert.rejects(craftsman.call('CastVoteForCandidate', { path: { id: first } }), (error: Client.Refused) => {
    assert.equal(error.document['receipt'], vote.receipt);
    return refused('already-voted-today')(error);
  });

  // The database is away, then back.
  let seen503 = 0;
  phone.reroute = (url) => (url.includes('/votes') && seen503 === 0 ? url.replace(story.service, story.broken) : url);
  phone.onReply = (_, { status }) => void (status === 503 && seen503++);
  assert.equal((await craftsman.call('CastVoteForCandidate', { path: { id: second } })).votesLeftToday, campaign.votesPerDay - 2);
  assert.equal(seen503, 1);

  // A quarter of an hour later the access token has expired: one refresh for all who ask.
  const refreshes = () => phone.sent.filter(({ url }) => url.endsWith('/auth/refresh')).length;
  assert.equal(refreshes(), 0);
  phone.reroute = (url) => url.replace(story.service, story.later);
  const everything = await Promise.all(Array.from({ length: 12 }, () => craftsman.call('ListMyVotes')));
  assert.deepEqual([refreshes(), phone.logins], [1, 1]);
  assert.ok(everything.every(({ items }) => items.some(({ receipt }) => receipt === vote.receipt)));
  assert.ok(phone.mostAtOnce <= 10);
  assert.equal((await craftsman.call('CheckReceipt', { path: { code: vote.receipt } })).state, 'Counted');
  assert.ok(third);

  assert.ok(await craftsman.call('ExportAccount'));
  assert.ok(Array.isArray((await craftsman.call('DeleteAccount')).kept));
  assert.equal(craftsman.isLoggedIn, false);
});

test('Who votes faster than allowed is slowed down and not refused', async () => {
  const phone = phoneOf(story.voters[0]!);
  const craftsman = new Craftsman({ baseUrl: story.strict });
  let slowed = 0;
  phone.onReply = (_, { status, headers }) => {
    if (status !== 429) return;
    slowed++;
    assert.ok(headers['retry-after'] && headers['ratelimit'] && headers['ratelimit-policy']);
  };
  const votes = await Promise.all(story.candidates.map((id) => craftsman.call('CastVoteForCandidate', { path: { id } })));
  assert.ok(slowed > 0);
  assert.equal(new Set(votes.map(({ receipt }) => receipt)).size, story.candidates.length);
});

test('A worker is invited, agrees, applies and withdraws', async () => {
  phoneOf(story.voters[1]!);
  const craftsman = new Craftsman({ baseUrl: story.service });
  const invitation = await craftsman.call('GetInvitation', { path: { code: story.invitation } });
  await assert.rejects(
    craftsman.call('AcceptInvitation', {
      path: { code: story.invitation },
      body: { policyVersion: 'of long ago', showPhoto: true, showWorkUnit: true },
    }),
    refused('policy-version-stale'),
  );
  const accepted = await craftsman.call('AcceptInvitation', {
    path: { code: story.invitation },
    body: { policyVersion: invitation.policyVersion, showPhoto: true, showWorkUnit: true },
  });
  assert.ok(accepted.applicationId);
});

test('A worker checks the rules, drafts, saves, submits and withdraws an application of their own', async () => {
  phoneOf(story.voters[2]!);
  const craftsman = new Craftsman({ baseUrl: story.service });
  const form = story.form as unknown as Client.Schema<'CreateApplicationRequest'>;
  const { overall, rules } = await craftsman.call('CheckEligibility', { body: form as never });
  assert.equal(overall, 'Eligible');
  assert.ok(rules.every(({ clause }) => clause));

  const { photoId } = await craftsman.upload('AddPhoto', { filePath: story.photo });
  const draft = await craftsman.call('CreateApplication', { body: { ...form, channel: 'Self', deedsSummary: null } });
  const path = { id: draft.id };
  await assert.rejects(craftsman.call('SubmitApplication', { path, body: { version: draft.version } }), refused('application-incomplete'));
  const saved = await craftsman.call('SaveApplication', { path, body: { ...form, photoId, version: draft.version } as never });
  await assert.rejects(craftsman.call('SaveApplication', { path, body: { ...form, photoId, version: draft.version } as never }), refused('version-stale'));
  await assert.rejects(craftsman.download('DownloadMyForm', { path }), refused('form-before-submission'));
  const sent = await craftsman.call('SubmitApplication', { path, body: { version: saved.version } });
  assert.equal(sent.state, 'Submitted');
  const printed = await readFile(await craftsman.download('DownloadMyForm', { path }));
  assert.equal(printed.toString('latin1', 0, 2), 'PK');
  const { items } = await craftsman.call('GetTimeline', { path });
  assert.ok(items.length > 0);
  const now = await craftsman.call('GetMyApplication', { path });
  await craftsman.call('WithdrawApplication', { path, body: { version: now.version } });
  assert.equal((await craftsman.call('GetMyApplication', { path })).state, 'Withdrawn');
  assert.equal(textOf('application-withdrawn').length > 0, true);
  await craftsman.logOut();
});
