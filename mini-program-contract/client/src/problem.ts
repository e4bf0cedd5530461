import { problemTexts } from './problem-texts';

/** Every code a citizen can meet. A newer service may send others: handle those by their status. */
export type ProblemCode = keyof typeof problemTexts;

/** What the service sends with a refusal (RFC 9457), further members included. */
export interface ProblemDocument {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  clause?: string | null;
  errors?: Record<string, string[]> | null;
  traceId?: string;
  [member: string]: unknown;
}

/** The service said no. `message` is a Chinese sentence to show as it is. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    /** Branch on it. Null where something between phone and service answered. */
    readonly code: ProblemCode | null,
    message: string,
    /** The whole document: `receipt` of already-voted-today, `rules` of not-eligible … */
    readonly document: ProblemDocument,
    /** Seconds the service asked to wait. */
    readonly retryAfter?: number,
  ) {
    super(message);
    Object.setPrototypeOf(this, Refused.prototype);
  }

  /** The clause of the notice that says no. */
  get clause(): string | undefined {
    return this.document.clause ?? undefined;
  }

  /** What is wrong with which field, under the names you sent. */
  get errors(): Record<string, string[]> {
    return this.document.errors ?? {};
  }

  /** Finds the request in the service's logs. */
  get traceId(): string | undefined {
    return this.document.traceId;
  }
}

/** No answer came, also not after trying again. Of a write with a key you may repeat with the same key: it happens once. */
export class Lost extends Error {
  override readonly name = 'Lost';

  constructor(
    /** What `wx` said. */
    readonly reason: string,
    /** Send it again with the same call to finish what may have been done already. */
    readonly key: string | undefined,
  ) {
    super('网络不通，请检查网络后再试。');
    Object.setPrototypeOf(this, Lost.prototype);
  }
}

/** The caller gave up. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor() {
    super('已取消。');
    Object.setPrototypeOf(this, Cancelled.prototype);
  }
}

/** The sentence of a code, for texts prepared beforehand. */
export function textOf(code: ProblemCode): string {
  return problemTexts[code];
}

/** Reads a refusal, also one that a gateway wrote in HTML. */
export function refusalOf(status: number, body: unknown, retryAfter?: number): Refused {
  const document: ProblemDocument = typeof body === 'object' && body !== null ? (body as ProblemDocument) : {};
  const code = typeof document.code === 'string' ? (document.code as ProblemCode) : null;
  const text = document.title ?? (code && problemTexts[code]) ?? textFor(status);
  return new Refused(status, code, text, document, retryAfter);
}

function textFor(status: number): string {
  if (status === 429) return problemTexts['too-many-requests'];
  if (status === 404) return problemTexts['not-found'];
  return problemTexts['internal-error'];
}
