import { Cancellation } from './cancellation';
import { Gate } from './gate';
import { Pager } from './pager';
import { Cancelled, Lost, Refused, refusalOf } from './problem';
import { routes } from './routes';
import { Session } from './session';
import type { Answer, Download, Input, Item, List, Operation, Upload } from './types';

export interface Settings {
  /** Where the service is: `https://` and a name that is among the request domains of the mini program. */
  baseUrl: string;
  /** Milliseconds one attempt may take; `wx.request` knows 60 000 at most. */
  timeout?: number;
  /** How often a call is sent at most. */
  attempts?: number;
  /** The longest `Retry-After` in seconds that is waited for; a longer one is handed to you as `retryAfter`. */
  patience?: number;
  /** Under which key the tokens are stored. */
  storageKey?: string;
  /** Where the code of a login comes from; `wx.login` unless said otherwise, as for the WeChat that `./run.sh` simulates. */
  loginCode?: () => Promise<string>;
}

export interface Options {
  /** An Idempotency-Key of your own, as for an act that shall outlive a restart. Without one each call gets its own. */
  key?: string;
  cancellation?: Cancellation;
  /** Milliseconds one attempt may take. */
  timeout?: number;
}

export interface File extends Options {
  /** A path that `wx.chooseMedia` or `wx.chooseMessageFile` gave. */
  filePath: string;
  onProgress?: (percent: number) => void;
}

type Arguments<O extends Operation> =
  Record<never, never> extends Input<O> ? [input?: Input<O> & Options] : [input: Input<O> & Options];

type Asked = Options & { path?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
type Headers = Record<string, string>;
type Reply = { status: number; body: unknown; headers: Headers };
type Send = (headers: Headers) => Promise<Reply>;

/** Requests and uploads that WeChat runs at once; it refuses or delays what is more. */
const mostAtOnce = 10;

/** The service, as a mini program calls it. Make one and keep it in the app. */
export class Craftsman {
  private readonly gate = new Gate(mostAtOnce);
  private readonly session: Session;
  private readonly settings: Required<Settings>;

  constructor(settings: Settings) {
    this.settings = { timeout: 60000, attempts: 4, patience: 15, storageKey: 'craftsman.session', loginCode: codeOfWeChat, ...settings };
    this.session = new Session(
      {
        logIn: () => this.logIn(),
        refresh: (refreshToken) => this.call('RefreshSessionOfCitizen', { body: { refreshToken } }),
        isOver: (error) => error instanceof Refused && error.status === 401,
      },
      this.settings.storageKey,
    );
  }

  /** Calls an operation by its name in the description. Logs in first where it needs that. */
  async call<O extends Operation>(operation: O, ...[input]: Arguments<O>): Promise<Answer<O>> {
    const asked: Asked = input ?? {};
    const { method, url } = this.address(operation, asked);
    const answer = await this.perform(operation, asked, (headers) =>
      this.request(
        {
          url,
          method,
          header: { 'content-type': 'application/json', ...headers },
          timeout: asked.timeout ?? this.settings.timeout,
          ...(asked.body === undefined ? {} : { data: asked.body as WechatMiniprogram.IAnyObject }),
        },
        asked,
      ),
    );
    if (operation === 'LogOutOfCitizen' || operation === 'DeleteAccount') this.session.forget();
    return answer as Answer<O>;
  }

  /** Sends a photo or a file. */
  async upload<O extends Upload>(operation: O, file: File): Promise<Answer<O>> {
    const { url } = this.address(operation, {});
    return (await this.perform(operation, file, (headers) => this.send(url, headers, file))) as Answer<O>;
  }

  /** Fetches a file or picture and answers with its path on the phone, as for `wx.openDocument` or `wx.saveImageToPhotosAlbum`. */
  async download<O extends Download>(operation: O, ...[input]: Arguments<O>): Promise<string> {
    const asked: Asked = input ?? {};
    const { url } = this.address(operation, asked);
    return (await this.perform(operation, asked, (headers) => this.fetch(url, headers, asked))) as string;
  }

  /** A list, page by page; the query stays the same from page to page. */
  pages<O extends List>(operation: O, ...[input]: Arguments<O>): Pager<Item<O>> {
    return new Pager<Item<O>>(async (cursor) => {
      const asked: Asked = { ...input };
      asked.query = { ...asked.query, cursor: cursor ?? asked.query?.cursor };
      const page = await this.call(operation, ...([asked] as unknown as Arguments<O>));
      return page as unknown as { items: Item<O>[]; nextCursor?: string | null };
    });
  }

  /** Whether a session is kept on this phone. */
  get isLoggedIn(): boolean {
    return this.session.current !== undefined;
  }

  /** Ends the session here, and at the service if it can be reached. */
  async logOut(): Promise<void> {
    try {
      if (this.isLoggedIn) await this.call('LogOutOfCitizen');
    } finally {
      this.session.forget();
    }
  }

  /** A code is good for one attempt, so each takes a new one, and none is simply repeated. */
  private async logIn(): Promise<Answer<'LogInWithWeChat'>> {
    for (let attempt = 1; ; attempt++) {
      const code = await this.settings.loginCode();
      try {
        return await this.once('LogInWithWeChat', { body: { code } });
      } catch (error) {
        const isWorthIt = error instanceof Lost || (error instanceof Refused && (isForLater(error) || error.code === 'login-code-invalid'));
        const pause = this.pause(error, attempt);
        if (!isWorthIt || attempt >= this.settings.attempts || pause === undefined) throw error;
        await wait(pause, undefined);
      }
    }
  }

  private async once(operation: 'LogInWithWeChat', asked: Asked): Promise<Answer<'LogInWithWeChat'>> {
    const { method, url } = this.address(operation, asked);
    const reply = await this.gate.run(() =>
      this.request(
        {
          url,
          method,
          data: asked.body as WechatMiniprogram.IAnyObject,
          header: { 'content-type': 'application/json' },
          timeout: this.settings.timeout,
        },
        asked,
      ),
    );
    if (isYes(reply.status)) return reply.body as Answer<'LogInWithWeChat'>;
    throw refusal(reply);
  }

  /** Sends until there is an answer to hand on: logs in, refreshes once, and repeats what may be repeated under the same key. */
  private async perform(operation: Operation, { key, cancellation }: Options, send: Send): Promise<unknown> {
    const [method, , marks = ''] = routes[operation].split(' ');
    const ownKey = marks.includes('+') ? (key ?? newKey()) : undefined;
    // Refreshing may be repeated too: within a minute the old token brings the same session's next one.
    const isRepeatable = method === 'GET' || ownKey !== undefined || operation === 'RefreshSessionOfCitizen';
    let isRenewed = false;
    let isAnew = false;
    for (let attempt = 1; ; ) {
      cancellation?.check();
      const token = marks.includes('!')
        ? await this.session.token()
        : marks.includes('?')
          ? this.session.current
          : undefined;
      const headers: Headers = {};
      if (token) headers['Authorization'] = `Bearer ${token}`;
      if (ownKey) headers['Idempotency-Key'] = ownKey;

      let failure: Lost | Refused;
      try {
        const reply = await this.gate.run(() => {
          cancellation?.check();
          return send(headers);
        }, cancellation);
        if (isYes(reply.status)) return reply.body;
        failure = refusal(reply);
      } catch (error) {
        if (!(error instanceof Lost)) throw error;
        failure = new Lost(error.reason, ownKey);
      }

      if (failure instanceof Refused && failure.status === 401 && token) {
        if (failure.code === 'token-expired' && !isRenewed) {
          isRenewed = true;
          await this.session.renew(token);
          continue;
        }
        if (!isAnew) {
          isAnew = true;
          this.session.drop(token);
          continue;
        }
      }

      const mayRepeat =
        failure instanceof Lost ? isRepeatable : failure.status === 429 || (isRepeatable && isForLater(failure));
      const pause = this.pause(failure, attempt);
      if (!mayRepeat || attempt >= this.settings.attempts || pause === undefined) throw failure;
      attempt++;
      await wait(pause, cancellation);
    }
  }

  /** Milliseconds until the next attempt: what the service asked for, else a second, two, four; undefined when that is too long. */
  private pause(failure: unknown, attempt: number): number | undefined {
    const asked = failure instanceof Refused ? failure.retryAfter : undefined;
    if (asked !== undefined) return asked > this.settings.patience ? undefined : asked * 1000;
    // Not all phones at the same moment.
    return 500 * 2 ** attempt * (0.75 + Math.random() / 2);
  }

  private address(operation: Operation, { path, query }: Asked): { method: Method; url: string } {
    const [method, template] = routes[operation].split(' ') as [Method, string];
    const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path?.[name])));
    const search = Object.entries(query ?? {})
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
      .join('&');
    return { method, url: `${this.settings.baseUrl.replace(/\/$/, '')}/api/v1${filled}${search && `?${search}`}` };
  }

  private request(
    what: WechatMiniprogram.RequestOption<WechatMiniprogram.IAnyObject>,
    { cancellation }: Options,
  ): Promise<Reply> {
    return settled(cancellation, (resolve, reject) =>
      wx.request({
        ...what,
        success: ({ statusCode, data, header }) => resolve({ status: statusCode, body: data, headers: header }),
        fail: ({ errMsg }) => reject(new Lost(errMsg, undefined)),
      }),
    );
  }

  private fetch(url: string, header: Headers, { timeout, cancellation }: Options): Promise<Reply> {
    let headers: Headers = {};
    return settled(cancellation, (resolve, reject) => {
      const task = wx.downloadFile({
        url,
        header,
        timeout: timeout ?? this.settings.timeout,
        // Whatever is answered becomes a file, a refusal too.
        success: ({ statusCode, tempFilePath }) =>
          resolve({ status: statusCode, body: isYes(statusCode) ? tempFilePath : readIn(tempFilePath), headers }),
        fail: ({ errMsg }) => reject(new Lost(errMsg, undefined)),
      });
      task.onHeadersReceived((received) => {
        headers = received.header as Headers;
      });
      return task;
    });
  }

  private send(url: string, header: Headers, { filePath, timeout, cancellation, onProgress }: File): Promise<Reply> {
    return settled(cancellation, (resolve, reject) => {
      const task = wx.uploadFile({
        url,
        filePath,
        name: 'file',
        header,
        timeout: timeout ?? this.settings.timeout,
        success: (answer) =>
          resolve({
            status: answer.statusCode,
            body: parsed(answer.data),
            headers: (answer as unknown as { header?: Headers }).header ?? {},
          }),
        fail: ({ errMsg }) => reject(new Lost(errMsg, undefined)),
      });
      if (onProgress) task.onProgressUpdate(({ progress }) => onProgress(progress));
      return task;
    });
  }
}

/** What stands in a file that came instead of the one that was asked for. */
function readIn(path: string): unknown {
  try {
    return parsed(wx.getFileSystemManager().readFileSync(path, 'utf8') as string);
  } catch {
    return undefined;
  }
}

function codeOfWeChat(): Promise<string> {
  return new Promise((resolve, reject) =>
    wx.login({ success: ({ code }) => resolve(code), fail: ({ errMsg }) => reject(new Lost(errMsg, undefined)) }),
  );
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Runs a task of `wx` that the caller may give up. */
function settled(
  cancellation: Cancellation | undefined,
  start: (resolve: (reply: Reply) => void, reject: (error: Error) => void) => { abort(): void },
): Promise<Reply> {
  let off: (() => void) | undefined;
  return new Promise<Reply>((resolve, reject) => {
    const task = start(resolve, reject);
    off = cancellation?.onCancel(() => {
      reject(new Cancelled());
      task.abort();
    });
  }).finally(() => off?.());
}

function wait(milliseconds: number, cancellation: Cancellation | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      off?.();
      resolve();
    }, milliseconds);
    const off = cancellation?.onCancel(() => {
      clearTimeout(timer);
      reject(new Cancelled());
    });
  });
}

function refusal({ status, body, headers }: Reply): Refused {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === 'retry-after');
  const seconds = name === undefined ? NaN : parseInt(headers[name] ?? '', 10);
  return refusalOf(status, body, seconds >= 0 ? seconds : undefined);
}

const isYes = (status: number): boolean => status >= 200 && status < 300;

/** The service, or something before it, cannot answer now. */
const isForLater = ({ status }: Refused): boolean => status === 429 || (status >= 502 && status <= 504);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** An Idempotency-Key: names an act of this citizen. It must not repeat, and nobody gains by guessing it. */
export function newKey(): string {
  const part = () => Math.random().toString(36).slice(2, 12);
  return `${Date.now().toString(36)}-${part()}-${part()}`;
}
