import { Cancellation, Cancelled, countZi, newKey, Refused } from 'craftsman-mini-program-client';
import type { Schema } from 'craftsman-mini-program-client';
import { craftsman } from '../../craftsman';
import { sentenceOf } from '../../failures';
import { bodyOf, forget, keep, keptDraft, newDraft } from './draft';
import type { Draft, Fields, Photo } from './draft';
import { Hint } from './hint';

type Similar = Schema<'FindSimilarTipsItem'>;
type Named = { code: string; name: string };
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: keyof Fields }>;
type Picked = WechatMiniprogram.CustomEvent<{ value: string | number }, object, { field: 'district' | 'trade' }>;
type Tapped = WechatMiniprogram.TouchEvent<object, object, { path: string }>;

const mostPhotos = 9;

Component({
  options: { pureDataPattern: /^_/ },

  data: {
    isLoading: true,
    /** Why the form cannot be shown. */
    loadFailure: '',
    districts: [] as Named[],
    trades: [] as Named[],
    district: -1,
    trade: -1,

    fields: newDraft().fields,
    photos: [] as Photo[],
    mostPhotos,
    zi: 0,
    hints: [] as Similar[],

    /** What is wrong with which field, under the names of the contract. */
    errors: {} as Record<string, string>,
    /** What else there is to say above the button. */
    notice: '',
    isSending: false,
    isDone: false,

    _draft: undefined as Draft | undefined,
    _hint: undefined as Hint<Similar[]> | undefined,
    _leaving: undefined as Cancellation | undefined,
  },

  methods: {
    onLoad() {
      this.data._leaving = new Cancellation();
      this.data._hint = new Hint(
        () => this.askSimilar(),
        (found) => this.setData({ hints: found ?? [] }),
      );
      void this.load();
    },

    onHide() {
      this.keepDraft();
    },

    onUnload() {
      this.keepDraft();
      this.data._hint?.stop();
      this.data._leaving?.cancel();
    },

    /** Reads the names to choose from, and takes up the draft there may be. */
    async load() {
      this.setData({ isLoading: true, loadFailure: '' });
      try {
        const { districts, trades } = await craftsman.call('GetCurrentCampaign', { cancellation: this.data._leaving });
        this.setData({ districts, trades });
        const kept = keptDraft();
        this.begin(kept ?? newDraft());
        if (kept) this.setData({ notice: kept.isSent ? '上次提交没有收到答复。请再提交一次，不会重复。' : '已恢复上次没有提交的内容。' });
        this.setData({ isLoading: false });
      } catch (error) {
        if (error instanceof Cancelled) return;
        this.setData({ isLoading: false, loadFailure: sentenceOf(error) });
      }
    },

    begin(draft: Draft) {
      const indexOf = (list: Named[], code: string) => list.findIndex((each) => each.code === code);
      this.data._draft = draft;
      this.setData({
        fields: draft.fields,
        photos: draft.photos,
        district: indexOf(this.data.districts, draft.fields.district),
        trade: indexOf(this.data.trades, draft.fields.trade),
        zi: countZi(draft.fields.story),
        hints: [],
        errors: {},
        notice: '',
        isDone: false,
      });
    },

    /** Also for "推荐另一位". */
    beginAnew() {
      this.begin(newDraft());
    },

    keepDraft() {
      const draft = this.data._draft;
      if (!draft || this.data.isDone) return;
      const { fields, photos } = this.data;
      this.data._draft = { ...draft, fields, photos };
      const isEmpty = photos.length === 0 && Object.values(fields).every((text) => text === '');
      if (isEmpty) forget();
      else keep(this.data._draft);
    },

    /** The box shows what is typed by itself; writing it back would make a slow phone stumble. */
    type(event: Typed) {
      const { field } = event.currentTarget.dataset;
      this.data.fields[field] = event.detail.value;
      this.clearError(field);
      if (field === 'story') this.setData({ zi: countZi(event.detail.value) });
      if (field === 'name' || field === 'workUnit') this.data._hint?.wordsChanged();
    },

    pick(event: Picked) {
      const { field } = event.currentTarget.dataset;
      const index = Number(event.detail.value);
      const list = field === 'district' ? this.data.districts : this.data.trades;
      this.data.fields[field] = list[index]?.code ?? '';
      this.setData({ [field]: index });
      this.clearError(field);
      this.keepDraft();
    },

    clearError(field: string) {
      if (this.data.errors[field]) this.setData({ [`errors.${field}`]: '' });
    },

    askSimilar() {
      const name = this.data.fields.name.trim();
      const workUnit = this.data.fields.workUnit.trim() || undefined;
      if (!name) return undefined;
      return craftsman
        .call('FindSimilarTips', { query: { name, workUnit }, cancellation: this.data._leaving })
        .then(({ items }) => items);
    },

    async addPhotos() {
      const { tempFiles } = await wx
        .chooseMedia({ count: mostPhotos - this.data.photos.length, mediaType: ['image'], sizeType: ['compressed'] })
        .catch(({ errMsg }: { errMsg: string }) => {
          // Who chose nothing after all is told nothing.
          if (!errMsg.includes('cancel')) this.setData({ notice: '没有得到使用相册或相机的许可，可以在“设置”里打开。' });
          return { tempFiles: [] };
        });
      const chosen = tempFiles.map(({ tempFilePath }) => ({ path: tempFilePath, photoId: '', percent: 0, failure: '' }));
      this.setData({ photos: this.data.photos.concat(chosen) });
      this.clearError('photoIds');
      await Promise.all(chosen.map(({ path }) => this.upload(path)));
    },

    async upload(path: string) {
      this.changePhoto(path, { percent: 0, failure: '' });
      try {
        const onProgress = (percent: number) => this.changePhoto(path, { percent });
        const { photoId } = await craftsman.upload('AddPhoto', { filePath: path, onProgress, cancellation: this.data._leaving });
        this.changePhoto(path, { photoId, percent: 100 });
        this.keepDraft();
      } catch (error) {
        if (!(error instanceof Cancelled)) this.changePhoto(path, { failure: sentenceOf(error) });
      }
    },

    retryPhoto(event: Tapped) {
      return this.upload(event.currentTarget.dataset.path);
    },

    removePhoto(event: Tapped) {
      const { path } = event.currentTarget.dataset;
      this.setData({ photos: this.data.photos.filter((photo) => photo.path !== path) });
      this.keepDraft();
    },

    /** A photo may have been taken away, or another be above it now. */
    changePhoto(path: string, change: Partial<Photo>) {
      const index = this.data.photos.findIndex((photo) => photo.path === path);
      if (index >= 0) this.setData({ [`photos[${index}]`]: { ...this.data.photos[index], ...change } });
    },

    async send() {
      const draft = this.data._draft;
      if (!draft || this.data.isSending) return;
      if (this.data.photos.some(({ photoId }) => !photoId)) {
        this.setData({ notice: '有照片还没有上传好。请等一等，或者重试、移除那张照片。' });
        return;
      }
      draft.isSent = true;
      this.keepDraft();
      this.setData({ isSending: true, errors: {}, notice: '' });
      try {
        const sent = this.data._draft ?? draft;
        await craftsman.call('SendTip', { body: bodyOf(sent), key: sent.key });
        forget();
        this.data._draft = undefined;
        this.data._hint?.stop();
        this.setData({ isDone: true });
      } catch (error) {
        this.tell(error);
      } finally {
        this.setData({ isSending: false });
      }
    },

    tell(error: unknown) {
      this.setData({ notice: sentenceOf(error) });
      if (!(error instanceof Refused) || !this.data._draft) return;
      if (error.code === 'idempotency-key-reused') {
        // The tip arrived before its text was changed here.
        this.data._draft.key = newKey();
        this.setData({ notice: '您上次提交的内容已经收到，可以在“我的推荐”里查看。如果要推荐另一位师傅，请再次提交。' });
      }
      // A refusal means that nothing was stored, save where something on the way gave up waiting.
      if (error.status < 500) this.data._draft.isSent = false;
      this.keepDraft();
      const errors: Record<string, string> = {};
      for (const [field, texts] of Object.entries(error.errors)) errors[field] = texts.join('');
      this.setData({ errors });
      if (Object.keys(errors).length > 0) wx.pageScrollTo({ selector: '.wrong' });
    },

    showMine() {
      wx.switchTab({ url: '/pages/my-tips/index' });
    },
  },
});
