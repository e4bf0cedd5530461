import type { Schema } from 'craftsman-mini-program-client';

/** How far a tip has come, as its tipster reads it. */
const states: Record<Schema<'TipState'>, string> = {
  Received: '已收到，等待核实',
  Claimed: '工作人员正在核实',
  InfoRequested: '有问题请您回答',
  Joined: '已核实采纳',
  Rejected: '没有采纳',
  Withdrawn: '已撤回',
};

/** A newer service may know more states than this program. */
export const stateOf = (state: Schema<'TipState'>): string => states[state] ?? '办理中';

/** An instant as the clock of Hangzhou shows it, wherever the phone is. */
export function timeOf(instant: string): string {
  const hangzhou = new Date(Date.parse(instant) + 8 * 3600 * 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${hangzhou.getUTCMonth() + 1}月${hangzhou.getUTCDate()}日 ${two(hangzhou.getUTCHours())}:${two(hangzhou.getUTCMinutes())}`;
}
