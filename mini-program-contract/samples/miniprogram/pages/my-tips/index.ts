import { newKey, Refused } from 'craftsman-mini-program-client';
import type { Schema } from 'craftsman-mini-program-client';
import { craftsman } from '../../craftsman';
import { sentenceOf, wholeSentenceOf } from '../../failures';
import { nothingYet, Reading } from '../../reading';
import type { Listing } from '../../reading';
import { stateOf, timeOf } from './words';

type Tip = Schema<'MyTip'>;
type Tapped = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

/** A line of the list. */
interface Line {
  id: string;
  name: string;
  state: string;
  sent: string;
}

/** The tip that is open: what the page shows of it. */
interface Open extends Line {
  isLoading: boolean;
  failure: string;
  story: string;
  thread: { at: string; text: string }[];
  /** Empty where nothing is asked. */
  question: string;
}

const lineOf = ({ id, name, state, createdAt }: Tip): Line => ({ id, name, state: stateOf(state), sent: timeOf(createdAt) });

Component({
  options: { pureDataPattern: /^_/ },

  data: {
    ...(nothingYet as Listing<Line>),
    open: null as Open | null,
    answer: '',
    isSending: false,
    notice: '',
    _reading: undefined as Reading<Tip> | undefined,
    /** The open tip as it was read last; an answer is sent together with all of it. */
    _tip: undefined as Tip | undefined,
    /** Of the answer being written: sent again with it, it is given once. */
    _key: '',
  },

  methods: {
    /** A page of the tab bar stays while another is looked at, so it is read anew each time it is shown. */
    onShow() {
      void this.restart();
    },

    onUnload() {
      this.data._reading?.leave();
    },

    onReachBottom() {
      void this.more();
    },

    async onPullDownRefresh() {
      await Promise.all([this.restart(), this.data.open ? this.read(this.data.open.id) : undefined]);
      wx.stopPullDownRefresh();
    },

    restart() {
      this.data._reading?.leave();
      const reading = new Reading<Tip>(
        (cancellation) => craftsman.pages('ListMyTips', { cancellation }),
        (change) => this.setData(change),
        lineOf,
      );
      this.data._reading = reading;
      return reading.more();
    },

    more() {
      return this.data._reading?.more();
    },

    /** Opens a tip, or closes the one that is open. */
    toggle(event: Tapped) {
      const { id } = event.currentTarget.dataset;
      if (this.data.open?.id === id) {
        this.setData({ open: null });
        return;
      }
      this.data._key = newKey();
      this.setData({ answer: '', notice: '' });
      return this.read(id);
    },

    readAgain() {
      return this.data.open ? this.read(this.data.open.id) : undefined;
    },

    /** Reads the tip with its thread; an answer for a tip that was closed meanwhile is dropped. */
    async read(id: string) {
      const before = this.data.open?.id === id ? this.data.open : undefined;
      const empty: Open = { id, name: '', state: '', sent: '', story: '', thread: [], question: '', isLoading: true, failure: '' };
      this.setData({ open: { ...empty, ...before, isLoading: true, failure: '' } });
      try {
        const tip = await craftsman.call('GetMyTip', { path: { id } });
        if (this.data.open?.id !== id) return;
        this.data._tip = tip;
        this.setData({
          open: {
            ...lineOf(tip),
            isLoading: false,
            failure: '',
            story: tip.story,
            thread: tip.thread.map(({ at, text }) => ({ at: timeOf(at), text })),
            question: tip.state === 'InfoRequested' ? (tip.question ?? '') : '',
          },
        });
      } catch (error) {
        const failure = sentenceOf(error);
        if (this.data.open?.id === id) this.setData({ 'open.isLoading': false, 'open.failure': failure });
      }
    },

    /** Nothing was stored. The service may know the tip otherwise than this page: it is read again, and what was written stays. */
    async learn(id: string, status: number) {
      this.data._key = newKey();
      if (status === 409 || status === 422) await this.read(id);
    },

    typeAnswer(event: Typed) {
      this.data.answer = event.detail.value;
    },

    async sendAnswer() {
      const tip = this.data._tip;
      const answer = this.data.answer.trim();
      if (!tip || this.data.isSending) return;
      if (!answer) {
        this.setData({ notice: '请先写下您的回答。' });
        return;
      }
      this.setData({ isSending: true, notice: '' });
      try {
        await craftsman.call('ChangeMyTip', { path: { id: tip.id }, body: bodyOf(tip, answer), key: this.data._key });
        this.setData({ answer: '', notice: '已收到您的回答，谢谢。' });
        await Promise.all([this.read(tip.id), this.restart()]);
      } catch (error) {
        this.setData({ notice: wholeSentenceOf(error) });
        if (error instanceof Refused && error.status < 500) await this.learn(tip.id, error.status);
      } finally {
        this.setData({ isSending: false });
      }
    },
  },
});

/** The tip as it is, with the answer. Its photos and the worker's phone stay where they are left out. */
function bodyOf({ name, workUnit, workplace, district, trade, story, relation, version }: Tip, answer: string): Schema<'ChangeMyTipRequest'> {
  return { name, workUnit, workplace, district, trade, story, relation, version, answer };
}
