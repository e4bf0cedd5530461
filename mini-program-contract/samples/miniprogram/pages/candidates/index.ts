import { newKey, Refused } from 'craftsman-mini-program-client';
import type { Item } from 'craftsman-mini-program-client';
import { craftsman, service } from '../../craftsman';
import { sentenceOf } from '../../failures';
import { nothingYet, Reading } from '../../reading';
import type { Listing } from '../../reading';

type Candidate = Item<'ListCandidates'>;

/** How today's vote for one candidate stands. */
interface Vote {
  isSending?: boolean;
  receipt?: string;
  note?: string;
}

type Typed = WechatMiniprogram.Input;
type Tapped = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

Component({
  options: { pureDataPattern: /^_/ },

  data: {
    ...(nothingYet as Listing<Candidate>),
    service,
    words: '',
    votes: {} as Record<string, Vote>,
    /** Below zero while it is not known. */
    votesLeft: -1,
    _reading: undefined as Reading<Candidate> | undefined,
    /** The key of each vote whose answer is missing: sent again with it, the vote happens once. */
    _keys: {} as Record<string, string | undefined>,
  },

  methods: {
    onLoad() {
      void this.search();
      void this.readVotes();
    },

    onUnload() {
      this.data._reading?.leave();
    },

    onReachBottom() {
      void this.more();
    },

    async onPullDownRefresh() {
      await Promise.all([this.search(), this.readVotes()]);
      wx.stopPullDownRefresh();
    },

    typeWords(event: Typed) {
      this.data.words = event.detail.value;
    },

    /** Begins the list anew with the words in the box. */
    search() {
      this.data._reading?.leave();
      const q = this.data.words.trim() || undefined;
      const reading = new Reading<Candidate>(
        (cancellation) => craftsman.pages('ListCandidates', { query: { sort: 'votes', q }, cancellation }),
        (change) => this.setData(change),
      );
      this.data._reading = reading;
      this.setData({ ...nothingYet });
      return reading.more();
    },

    more() {
      return this.data._reading?.more();
    },

    async vote(event: Tapped) {
      const { id } = event.currentTarget.dataset;
      if (this.data.votes[id]?.isSending) return;
      const key = (this.data._keys[id] ??= newKey());
      this.show(id, { isSending: true });
      try {
        const { receipt, votesLeftToday } = await craftsman.call('CastVoteForCandidate', { path: { id }, key });
        this.show(id, { receipt });
        this.setData({ votesLeft: votesLeftToday });
      } catch (error) {
        this.show(id, { note: sentenceOf(error) });
        if (error instanceof Refused) this.learn(id, error);
      }
    },

    /** What a refusal says beside its sentence. */
    learn(id: string, { code, document, message }: Refused) {
      if (code === 'already-voted-today') {
        this.show(id, { receipt: String(document['receipt']), note: message });
        this.setData({ votesLeft: Number(document['votesLeftToday']) });
      } else if (code === 'daily-quota-used') {
        this.setData({ votesLeft: 0 });
      }
    },

    /** What this citizen did today, from earlier visits. Nobody is made to log in for it, and the list is of use without. */
    async readVotes() {
      if (!craftsman.isLoggedIn) return;
      try {
        const { day, votesLeftToday, items } = await craftsman.call('ListMyVotes');
        const votes: Record<string, Vote> = {};
        for (const { candidateId, receipt } of items.filter((vote) => vote.day === day)) votes[candidateId] = { receipt };
        this.data._keys = {};
        this.setData({ votesLeft: votesLeftToday, votes });
      } catch (error) {
        sentenceOf(error);
      }
    },

    show(id: string, vote: Vote) {
      this.setData({ [`votes.${id}`]: vote });
    },
  },
});
