export { Cancellation } from './cancellation';
export { Craftsman, newKey } from './client';
export type { File, Options, Settings } from './client';
export { Pager } from './pager';
export { Cancelled, Lost, Refused, textOf } from './problem';
export type { ProblemCode, ProblemDocument } from './problem';
export type { Answer, CodeOf, Download, Input, Item, List, Operation, Schema, Upload } from './types';
export { countZi } from './zi';
