import { newKey } from 'craftsman-mini-program-client';
import type { Schema } from 'craftsman-mini-program-client';

/** What is typed or chosen, as text. */
export interface Fields {
  name: string;
  workUnit: string;
  workplace: string;
  district: string;
  trade: string;
  story: string;
  relation: string;
  workerContact: string;
}

/** A photo on its way to the service. `photoId` is empty until it is there. */
export interface Photo {
  path: string;
  photoId: string;
  percent: number;
  failure: string;
}

export interface Draft {
  /** The Idempotency-Key of this tip: however often it is sent, also after a restart, one tip comes of it. */
  key: string;
  /** It was sent and no answer came, so it may have arrived. */
  isSent: boolean;
  fields: Fields;
  photos: Photo[];
}

const place = 'craftsman.sample.tip-draft';

export const newDraft = (): Draft => ({
  key: newKey(),
  isSent: false,
  fields: { name: '', workUnit: '', workplace: '', district: '', trade: '', story: '', relation: '', workerContact: '' },
  photos: [],
});

export function keptDraft(): Draft | undefined {
  const kept: unknown = wx.getStorageSync(place);
  return kept ? (kept as Draft) : undefined;
}

/** Keeps what is worth it: a path of a photo that did not arrive is gone after a restart. */
export function keep(draft: Draft): void {
  wx.setStorageSync(place, { ...draft, photos: draft.photos.filter(({ photoId }) => photoId) });
}

export function forget(): void {
  wx.removeStorageSync(place);
}

/** The tip as the service takes it: what is empty is left out. */
export function bodyOf({ fields, photos }: Draft): Schema<'SendTipRequest'> {
  const given = (text: string) => text.trim() || undefined;
  return {
    name: fields.name,
    workUnit: given(fields.workUnit),
    workplace: given(fields.workplace),
    district: fields.district,
    trade: fields.trade,
    story: fields.story,
    relation: fields.relation,
    workerContact: given(fields.workerContact),
    photoIds: photos.map(({ photoId }) => photoId),
  };
}
