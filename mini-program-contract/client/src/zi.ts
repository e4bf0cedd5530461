// Counts 字 by the same steps as the service (Domain/Zi.cs); words.json binds the two.

const unseen = new RegExp('^[\\p{M}\\p{Cf}\\p{Cc}\\u1160-\\u11ff\\ud7b0-\\ud7fb\\u115f\\u3164\\uffa0\\u{e0000}-\\u{e0fff}]$', 'u');
const space = new RegExp('^[\\p{Z}\\t-\\r\\x85]$', 'u');
const byItself = new RegExp(
  '^[\\u1100-\\u115e\\u2e80-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\uff01-\\uffee' +
    '\\u{16fe0}-\\u{18dff}\\u{1aff0}-\\u{1b2ff}\\u{1f200}-\\u{1f2ff}\\u{20000}-\\u{3fffd}]$',
  'u',
);
/** Chinese punctuation that Western writing shares: one each, unless a run goes on at both sides. */
const sharedMark = /^[\u00b7\u2013-\u2015\u2018\u2019\u201c\u201d\u2025\u2026]$/;
const picture = new RegExp(
  '^[\\u231a\\u231b\\u23e9-\\u23ec\\u23f0\\u23f3\\u25fd\\u25fe\\u2614\\u2615\\u2648-\\u2653\\u267f\\u2693\\u26a1\\u26aa\\u26ab\\u26bd\\u26be' +
    '\\u26c4\\u26c5\\u26ce\\u26d4\\u26ea\\u26f2\\u26f3\\u26f5\\u26fa\\u26fd\\u2705\\u270a\\u270b\\u2728\\u274c\\u274e\\u2753-\\u2755\\u2757' +
    '\\u2795-\\u2797\\u27b0\\u27bf\\u2b1b\\u2b1c\\u2b50\\u2b55\\u{1f000}-\\u{1f0ff}\\u{1f18e}\\u{1f191}-\\u{1f19a}\\u{1f300}-\\u{1f64f}' +
    '\\u{1f680}-\\u{1f6ff}\\u{1f7e0}-\\u{1f7f0}\\u{1f900}-\\u{1faff}]$',
  'u',
);
const flagHalf = new RegExp('^[\\u{1f1e6}-\\u{1f1ff}]$', 'u');
const skinTone = new RegExp('^[\\u{1f3fb}-\\u{1f3ff}]$', 'u');
const tag = new RegExp('^[\\u{e0020}-\\u{e007f}]$', 'u');
const joiner = '\u200d';
const emojiStyle = '\ufe0f';

/** How many 字 a text has, as the service counts it. */
export function countZi(text: string): number {
  const points = Array.from(text);
  let count = 0;
  let inRun = false;
  for (let at = 0; at < points.length; ) {
    const length = emojiSequence(points, at);
    if (length > 0) {
      count++;
      inRun = false;
      at += length;
      continue;
    }

    const point = points[at++]!;
    if (space.test(point)) {
      inRun = false;
    } else if (isUnseen(point)) {
      // Neither counts nor ends a run.
    } else if (byItself.test(point) || (sharedMark.test(point) && !(inRun && continuesRun(points, at)))) {
      count++;
      inRun = false;
    } else {
      count += inRun ? 0 : 1;
      inRun = true;
    }
  }
  return count;
}

function isUnseen(point: string): boolean {
  return unseen.test(point);
}

function continuesRun(points: string[], at: number): boolean {
  const point = points[at];
  return (
    point !== undefined &&
    emojiSequence(points, at) === 0 &&
    !space.test(point) &&
    !isUnseen(point) &&
    !byItself.test(point) &&
    !sharedMark.test(point)
  );
}

/** The length of the emoji sequence that begins here, or 0: a flag, a keycap, or pictures joined by zero-width joiners. */
function emojiSequence(points: string[], at: number): number {
  const first = points[at]!;
  if (flagHalf.test(first)) {
    return flagHalf.test(points[at + 1] ?? '') ? 2 : 1;
  }

  if (/^[0-9#*]$/.test(first)) {
    const keycap = points[at + 1] === emojiStyle ? 2 : 1;
    return points[at + keycap] === '\u20e3' ? keycap + 1 : 0;
  }

  let length = emojiElement(points, at, false);
  while (length > 0 && points[at + length] === joiner && at + length + 1 < points.length) {
    const next = emojiElement(points, at + length + 1, true);
    if (next === 0) break;
    length += 1 + next;
  }
  return length;
}

/** One picture with its style, skin tone and tags. Joined to one before it, a plain symbol is a picture too. */
function emojiElement(points: string[], at: number, joined: boolean): number {
  const point = points[at]!;
  const next = points[at + 1] ?? '';
  const asked = next === emojiStyle || skinTone.test(next);
  const isPicture =
    (picture.test(point) && next !== '\ufe0e') ||
    (joined && point >= '\u2190' && point <= '\u2bff') ||
    (asked && point > '\u007f' && !space.test(point) && !isUnseen(point) && !byItself.test(point));
  if (!isPicture) {
    return 0;
  }

  let length = 1;
  for (let more = points[at + 1]; more !== undefined; more = points[at + length]) {
    if (more !== emojiStyle && !skinTone.test(more) && !tag.test(more)) break;
    length++;
  }
  return length;
}
