import type { components, operations } from './api';
import type { ProblemCodes } from './problem-codes';

/** A named part of the contract: `Schema<'SendTipRequest'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** An operation by the name the description gives it. */
export type Operation = keyof operations;

type Of<O extends Operation, Part extends 'path' | 'query'> = Exclude<operations[O]['parameters'][Part], undefined>;

type Body<O extends Operation, Media extends string> = operations[O] extends { requestBody: { content: infer Content } }
  ? Media extends keyof Content
    ? Content[Media]
    : never
  : operations[O] extends { requestBody?: { content: infer Content } }
    ? Media extends keyof Content
      ? Content[Media] | undefined
      : never
    : never;

/** Absent where the operation has none, optional where all of it is. */
type Needs<Name extends string, T> = [T] extends [never]
  ? { [K in Name]?: never }
  : undefined extends T
    ? { [K in Name]?: T }
    : Record<never, never> extends T
      ? { [K in Name]?: T }
      : { [K in Name]: T };

/** What an operation is asked with. */
export type Input<O extends Operation> = Needs<'path', Of<O, 'path'>> &
  Needs<'query', Of<O, 'query'>> &
  Needs<'body', Body<O, 'application/json'>>;

type Success = 200 | 201 | 202 | 204;
type Responses<O extends Operation> = operations[O]['responses'];
type Content<R> = R extends { content: { 'application/json': infer T } } ? T : void;

/** What an operation answers with when it says yes. */
export type Answer<O extends Operation> = {
  [Status in keyof Responses<O>]: Status extends Success ? Content<Responses<O>[Status]> : never;
}[keyof Responses<O>];

/** Operations that take one file as multipart. */
export type Upload = {
  [O in Operation]: [Body<O, 'multipart/form-data'>] extends [never] ? never : O;
}[Operation];

/** Operations that answer with a file or a picture. */
export type Download = {
  [O in Operation]: Responses<O> extends { 200: { content: infer Content } } ? ('application/json' extends keyof Content ? never : O) : never;
}[Operation];

/** The codes an operation can refuse with: `CodeOf<'CastVoteForCandidate'>`. A newer service may send others. */
export type CodeOf<O extends Operation> = ProblemCodes[O];

/** Operations that answer `{items, nextCursor}`. */
export type List = {
  [O in Operation]: Answer<O> extends { items: unknown[]; nextCursor?: string | null } ? O : never;
}[Operation];

/** One entry of a list. */
export type Item<O extends List> = Answer<O> extends { items: (infer T)[] } ? T : never;
